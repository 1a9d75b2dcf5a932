// The task of task.mjs as people write it by hand, well: texts in, texts out, with three libraries for rules and
// zones. Windows lie within a date without a change of the clock, so one offset is right for a whole window.
import { TZDate } from '@date-fns/tz';
import { addDays, getDay } from 'date-fns';
import { DateTime } from 'luxon';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { BREAK, FROM, SHIFTS, SLOT_MINUTES, THROUGH, ZONE } from './task.mjs';

const MINUTE = 60_000;
const SLOT = SLOT_MINUTES * MINUTE;
const { RRule } = rrule;

/** The free starts of windows, sorted; `busy` is what is taken, in milliseconds. A pointer moves along it. */
function freeStarts(windows, busy) {
  busy.sort((a, b) => a.start - b.start);
  const starts = [];
  let next = 0;
  let taken = Number.NEGATIVE_INFINITY;
  for (const { start, end, date, minute, offset } of windows) {
    for (let at = start; at + SLOT <= end; at += SLOT) {
      while (next < busy.length && busy[next].start < at + SLOT) {
        taken = Math.max(taken, busy[next].end);
        next += 1;
      }
      // What was passed may still reach into this slot.
      if (taken > at) continue;
      const passed = minute + (at - start) / MINUTE;
      const hour = String(Math.floor(passed / 60)).padStart(2, '0');
      starts.push(`${date}T${hour}:${String(passed % 60).padStart(2, '0')}:00${offset}`);
    }
  }
  return starts;
}

const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lengthOf = ({ start, end }) => (minuteOf(end) - minuteOf(start)) * MINUTE;
const read = (bookings) =>
  bookings.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));

/** `windows` gives the windows of a shift or the break by a rule. */
function task(bookings, windows) {
  const open = SHIFTS.flatMap((shift) => windows('workdays', shift)).sort(
    (a, b) => a.start - b.start,
  );
  return freeStarts(open, [...read(bookings), ...windows('days', BREAK)]);
}

const RULES = { workdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', days: 'FREQ=DAILY' };

export function temporalLoop(bookings) {
  return task(bookings, (rule, shift) => {
    const until = `${THROUGH.replaceAll('-', '')}T225900Z`;
    const dtstart = Temporal.ZonedDateTime.from(`${FROM}T${shift.start}[${ZONE}]`);
    const occurrences = new RRuleTemporal({
      rruleString: `${RULES[rule]};UNTIL=${until}`,
      dtstart,
    }).all();
    return occurrences.map((time) => {
      const start = time.epochMilliseconds;
      const text = time.toString();
      return {
        start,
        end: start + lengthOf(shift),
        date: text.slice(0, 10),
        minute: minuteOf(shift.start),
        offset: text.slice(19, 25),
      };
    });
  });
}

export function luxonLoop(bookings) {
  const dtstart = new Date(`${FROM}T00:00:00Z`);
  const until = new Date(`${THROUGH}T23:59:00Z`);
  return task(bookings, (rule, shift) =>
    new RRule({ ...RRule.parseString(RULES[rule]), dtstart, until }).all().map((day) => {
      const date = day.toISOString().slice(0, 10);
      const time = DateTime.fromISO(`${date}T${shift.start}`, { zone: ZONE });
      const start = time.toMillis();
      return {
        start,
        end: start + lengthOf(shift),
        date,
        minute: minuteOf(shift.start),
        offset: time.toFormat('ZZ'),
      };
    }),
  );
}

/** date-fns has no rules, so the days are counted. */
export function dateFnsLoop(bookings) {
  return task(bookings, (rule, shift) => {
    const windows = [];
    const [year, month, day] = FROM.split('-').map(Number);
    const minute = minuteOf(shift.start);
    let time = TZDate.tz(ZONE, year, month - 1, day, Math.floor(minute / 60), minute % 60);
    for (; ; time = addDays(time, 1)) {
      const text = time.toISOString();
      const date = text.slice(0, 10);
      if (date > THROUGH) return windows;
      const weekday = getDay(time);
      if (rule === 'workdays' && (weekday === 0 || weekday === 6)) continue;
      const start = time.getTime();
      windows.push({
        start,
        end: start + lengthOf(shift),
        date,
        minute,
        offset: text.slice(-6),
      });
    }
  });
}
