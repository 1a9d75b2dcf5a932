// The same task without the engine.
import { DateTime } from 'luxon';
import rrule from 'rrule';
import { getSlots } from 'slot-calculator';
import { generateDailyTimeslots } from 'timeslottr';
import { BREAK, FROM, SHIFTS, SLOT_MINUTES, THROUGH, ZONE } from './task.mjs';

const { RRule } = rrule;
const after = DateTime.fromISO(THROUGH, { zone: ZONE }).plus({ days: 1 });
/** Holds each slot against all busy times: what one would write in an afternoon. */
export const searchAll = (busy) => (start, end) =>
  busy.some((time) => time.start < end && time.end > start);

/** Sorts the busy times and moves a pointer along: what a second afternoon gives. All are as long as a slot. */
export const movePointer = (busy) => {
  busy.sort((a, b) => a.start - b.start);
  let next = 0;
  return (start, end) => {
    while (next < busy.length && busy[next].end <= start) next += 1;
    return next < busy.length && busy[next].start < end;
  };
};

/** A straightforward loop: rules by rrule, times by luxon. */
export function loop(bookings, isBusyAmong) {
  const until = new Date(`${THROUGH}T23:59:00Z`);
  const dtstart = new Date(`${FROM}T00:00:00Z`);
  const days = (options) => new RRule({ ...options, dtstart, until }).all();
  const at = (day, time) =>
    DateTime.fromISO(`${day.toISOString().slice(0, 10)}T${time}`, { zone: ZONE });
  const pauses = days({ freq: RRule.DAILY }).map((day) => ({
    start: at(day, BREAK.start).toMillis(),
    end: at(day, BREAK.end).toMillis(),
  }));
  const isBusy = isBusyAmong([...bookings, ...pauses]);
  const slots = [];
  const byweekday = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR];
  for (const day of days({ freq: RRule.WEEKLY, byweekday })) {
    for (const shift of SHIFTS) {
      const close = at(day, shift.end);
      for (let start = at(day, shift.start); start < close; ) {
        const end = start.plus({ minutes: SLOT_MINUTES });
        if (end <= close && !isBusy(start.toMillis(), end.toMillis())) {
          slots.push(start.toISO({ suppressMilliseconds: true }));
        }
        start = end;
      }
    }
  }
  return slots;
}

const DAY = 1440;
const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const two = (value) => String(value).padStart(2, '0');
const CLOCK = Array.from(
  { length: DAY },
  (_, m) => `T${two(Math.floor(m / 60))}:${two(m % 60)}:00`,
);

const dayOf = (date) => Date.parse(date) / 86_400_000;
const [FIRST, LAST] = [dayOf(FROM), dayOf(THROUGH)];

/** The zone as a table: minutes east of UTC by day; clocks do not change at work. */
const OFFSETS = Int16Array.from(
  { length: LAST - FIRST + 1 },
  (_, index) => DateTime.fromISO(FROM, { zone: ZONE }).plus({ days: index, hours: 12 }).offset,
);

/**
 * The smallest kernel that does this task and nothing else, to measure against: rules unrolled by hand, the zone
 * a table made beforehand, bookings an Int32Array of starts in minutes (each as long as a slot), ISO out.
 */
export function kernel(starts) {
  const busy = starts.slice().sort();
  const pause = [minuteOf(BREAK.start), minuteOf(BREAK.end)];
  const shifts = SHIFTS.map(({ start, end }) => [minuteOf(start), minuteOf(end)]);
  const slots = [];
  let next = 0;
  for (let day = FIRST; day <= LAST; day += 1) {
    if ((day + 3) % 7 > 4) continue;
    const offset = OFFSETS[day - FIRST];
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const east = `+${two(offset / 60)}:00`;
    for (const [open, close] of shifts) {
      for (let minute = open; minute + SLOT_MINUTES <= close; minute += SLOT_MINUTES) {
        if (minute < pause[1] && minute + SLOT_MINUTES > pause[0]) continue;
        const at = day * DAY + minute - offset;
        while (next < busy.length && busy[next] + SLOT_MINUTES <= at) next += 1;
        if (next < busy.length && busy[next] < at + SLOT_MINUTES) continue;
        slots.push(date + CLOCK[minute] + east);
      }
    }
  }
  return slots;
}

/** What the kernel takes as parsed. */
export const kernelBookings = (bookings) =>
  Int32Array.from(bookings, ({ start }) => start / 60_000);

export function timeslottr(bookings) {
  const excluded = bookings.map(({ start, end }) => ({
    start: new Date(start),
    end: new Date(end),
  }));
  const weekend = new Set(['Sat', 'Sun']);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: ZONE });
  const pause = { start: BREAK.start, end: BREAK.end };
  return SHIFTS.flatMap((range) =>
    generateDailyTimeslots(
      { start: FROM, end: after.toISODate() },
      {
        range,
        timezone: ZONE,
        slotDurationMinutes: SLOT_MINUTES,
        excludedWindows: [pause, ...excluded],
      },
    ),
  )
    .filter(({ start }) => !weekend.has(weekday.format(start)))
    .map(({ start }) => start.toISOString())
    .sort();
}

export function slotCalculator(bookings) {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  const { availableSlots } = getSlots({
    from: DateTime.fromISO(FROM, { zone: ZONE }).toISO(),
    to: after.toISO(),
    duration: SLOT_MINUTES,
    outputTimezone: ZONE,
    availability: days.flatMap((day) =>
      SHIFTS.map(({ start, end }) => ({ day, from: start, to: end, timezone: ZONE })),
    ),
    unavailability: [
      ...days.map((day) => ({ day, from: BREAK.start, to: BREAK.end, timezone: ZONE })),
      ...bookings.map(({ start, end }) => ({
        from: new Date(start).toISOString(),
        to: new Date(end).toISOString(),
      })),
    ],
  });
  return availableSlots.map(({ from }) => from).sort();
}
