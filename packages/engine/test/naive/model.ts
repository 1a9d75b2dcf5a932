import type { Calendar, Insurance } from '../../src/document/clinic.js';
import { blockedTime, minutesOf } from './blocked.js';
import { type Clock, clockOf, DAY } from './clock.js';
import { closedDates } from './closures.js';
import { insuranceByKey } from './insurance.js';
import type { Dates } from './occurrences.js';
import { openMinutes, withoutLastMinute, withoutRunsThatAreTooShort } from './openMinutes.js';
import { type BookableService, basePeriods, type Period, publishedPeriods } from './periods.js';
import { type Range, runsWhere } from './range.js';
import { slotsOf } from './slots.js';
import { windowsOf } from './windows.js';

/** Minutes since the epoch, and the same as text with the zone's offset. */
export interface NaiveRange extends Range {
  readonly startIso: string;
  readonly endIso: string;
}

export interface NaivePeriod extends NaiveRange {
  readonly services: readonly BookableService[];
  readonly insurance: Insurance | undefined;
}

interface NaiveSlot {
  readonly start: number;
  readonly startIso: string;
  readonly serviceIds: readonly string[];
}

interface NaiveDay {
  readonly date: number;
  /** A(i) after closures, before anything of semantics 4. */
  readonly available: ReadonlyMap<string, readonly NaiveRange[]>;
  readonly base: readonly NaivePeriod[];
  /** What would end at midnight if base periods could: semantics 4 without step 2. */
  readonly untilMidnight: readonly Period[];
  readonly published: readonly NaivePeriod[];
  readonly slots: readonly NaiveSlot[];
  /** The grid points of the base periods that meet no blocked time: must be the slots. */
  readonly baseSlots: readonly NaiveSlot[];
  /** What a first sync clears. */
  readonly clears: readonly NaiveRange[];
}

/** A break for the endpoint: a whole occurrence, also where it reaches beyond the horizon. */
interface NaiveBreak extends NaiveRange {
  readonly id: string;
}

export interface NaivePlan {
  /** After clipping; `from` is after `through` if nothing is left. */
  readonly from: number;
  readonly through: number;
  readonly days: readonly NaiveDay[];
  readonly breaks: readonly NaiveBreak[];
}

const TWELVE_WEEKS = 84 * DAY;

/** Semantics 2: `through` is at most the last date that ends by now + 84 days. */
function clippedHorizon({ from, through }: Dates, now: number, clock: Clock): Dates {
  let last = through;
  while (last >= from && clock.startOf(last + 1) > now + TWELVE_WEEKS) last--;
  return { from, through: last };
}

function withText<T extends Range>(clock: Clock, range: T): T & NaiveRange {
  return { ...range, startIso: clock.iso(range.start), endIso: clock.iso(range.end) };
}

/** What a calendar comes to, minute by minute; dates and `now` are days and minutes since the epoch. */
export function naivePlan(calendar: Calendar, requested: Dates, now: number): NaivePlan {
  const clock = clockOf(calendar.timezone);
  const horizon = clippedHorizon(requested, now, clock);
  const horizonRange = {
    start: clock.startOf(horizon.from),
    end: clock.startOf(horizon.through + 1),
  };
  const closed = closedDates(calendar, horizon, clock);
  const windows = windowsOf(calendar, horizon, clock);
  const insurances = insuranceByKey(calendar);
  const allBlocked = blockedTime(calendar, horizon, clock);
  const blocked = minutesOf(allBlocked, horizonRange);
  const carved = minutesOf(
    allBlocked.filter(({ publish }) => publish === 'carve'),
    horizonRange,
  );

  const dayOf = (date: number): NaiveDay => {
    const day = { start: clock.startOf(date), end: clock.startOf(date + 1) };
    const open = openMinutes(calendar, windows, closed.has(date), day);
    const bookable = withoutRunsThatAreTooShort(withoutLastMinute(open));
    const base = basePeriods(calendar, bookable, day.start, insurances);
    const untilMidnight = basePeriods(
      calendar,
      withoutRunsThatAreTooShort(open),
      day.start,
      insurances,
    ).filter(({ end }) => end === day.end);
    const published = base.flatMap((period) => publishedPeriods(period, carved));
    const isPublished = (minute: number): boolean =>
      published.some(({ start, end }) => start <= minute && minute < end);
    const slotsWithText = (periods: readonly Period[]): readonly NaiveSlot[] =>
      periods
        .flatMap((period) => slotsOf(period, blocked))
        .filter(({ start }) => start >= now)
        .map((slot) => ({ ...slot, startIso: clock.iso(slot.start) }));
    return {
      date,
      available: new Map(
        calendar.services.map(({ addressServiceId }, service) => [
          addressServiceId,
          runsWhere(day, (minute) => {
            return (open[minute - day.start]?.durations[service] ?? 0) > 0;
          }).map((range) => withText(clock, range)),
        ]),
      ),
      base: base.map((period) => withText(clock, period)),
      untilMidnight,
      published: published.map((period) => withText(clock, period)),
      slots: slotsWithText(published),
      baseSlots: slotsWithText(base),
      clears: runsWhere(
        { start: day.start, end: day.end - 1 },
        (minute) => !isPublished(minute),
      ).map((range) => withText(clock, range)),
    };
  };

  const days: NaiveDay[] = [];
  for (let date = horizon.from; date <= horizon.through; date++) days.push(dayOf(date));

  const periods = days.flatMap(({ published }) => published);
  const breaks = allBlocked
    .filter(({ publish }) => publish === 'break')
    .filter((pause) => periods.some(({ start, end }) => pause.start < end && start < pause.end))
    .map(({ id, start, end }) => ({ id, start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((pause) => withText(clock, pause));
  return { ...horizon, days, breaks };
}
