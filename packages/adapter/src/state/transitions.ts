import type { KnownCalendar, Step } from '@slotwright/engine';
import { afterStep, datesKnown } from '@slotwright/engine/plan';
import type { CalendarRecord, RecentPut } from './calendarRecord.js';

const MINUTE = 60_000;
/** Well over Docplanner's three minutes, and over any time that processing has been seen to take. */
const PUTS_KEPT_MS = 15 * MINUTE;
/** Nobody plans dates that are over for longer. */
const PAST_KEPT_MS = 30 * 24 * 60 * MINUTE;

/** One moment by two clocks: milliseconds since 1970, and by `Uptime`. */
export interface Times {
  readonly now: number;
  readonly uptime: number;
}

/**
 * A record whose times count from this boot. How long ago something was that was recorded in another is not known,
 * as clocks are set in between: then it counts as now, which only makes waits longer.
 */
export function onBoot(record: CalendarRecord, boot: string, uptime: number): CalendarRecord {
  if (record.boot === boot) return record;
  const { recentPuts, unsettled } = record;
  return {
    ...record,
    boot,
    recentPuts: recentPuts.map((put) => ({ ...put, at: uptime })),
    unsettled: Object.fromEntries(Object.keys(unsettled).map((date) => [date, uptime])),
  };
}

/**
 * A step is about to be sent. From now on nobody knows what its dates publish, and that is what the record
 * says: should this process end here, the next plan sends them whole. If the calendar's dates are those of
 * another zone now, none is known.
 */
export function begun(
  record: CalendarRecord,
  step: Step,
  timezone: string,
  put: RecentPut | undefined,
  { now, uptime }: Times,
): CalendarRecord {
  const recentPuts = record.recentPuts.filter(({ at }) => at > uptime - PUTS_KEPT_MS);
  return {
    ...record,
    published:
      step.type === 'replace-slots'
        ? { ...forgetting(inZone(record.published, timezone), step.dates), timezone }
        : record.published,
    pending: { step, startedAt: now },
    recentPuts: put === undefined ? recentPuts : [...recentPuts, put],
  };
}

/** A step had its effect; `breakId` is the id of the break that a `create-break` made or found. */
export function finished(
  record: CalendarRecord,
  step: Step,
  breakId: string | undefined,
  { now, uptime }: Times,
): CalendarRecord {
  const { published } = record;
  const sent = step.type === 'replace-slots' ? step.dates : [];
  return {
    ...record,
    published: withoutPast(afterStep(published, step, breakId, published.timezone), now),
    pending: undefined,
    unsettled: withoutPastDates(
      { ...record.unsettled, ...Object.fromEntries(sent.map((date) => [date, uptime])) },
      now,
    ),
  };
}

/** A step had no effect: its dates publish what they did before it. */
export function undone(record: CalendarRecord, before: KnownCalendar): CalendarRecord {
  return { ...record, pending: undefined, published: before };
}

/** It is known now that a break of ours does not exist any more. */
export function breakGone(record: CalendarRecord, id: string): CalendarRecord {
  const breaks = record.published.breaks.filter((known) => known.id !== id);
  return { ...record, pending: undefined, published: { ...record.published, breaks } };
}

/** What is published as Docplanner itself has just shown it, and the dates that were seen as they were sent. */
export function refreshed(
  record: CalendarRecord,
  published: KnownCalendar,
  seen: readonly string[],
): CalendarRecord {
  const isNew = published !== record.published || seen.some((date) => date in record.unsettled);
  return isNew ? { ...settled(record, seen), published } : record;
}

/** Dates were seen at Docplanner as they were sent. */
export function settled(record: CalendarRecord, dates: readonly string[]): CalendarRecord {
  return { ...record, unsettled: without(record.unsettled, dates) };
}

/** Dates do not show what was sent: the next plan sends them whole. */
export function inDoubt(record: CalendarRecord, dates: readonly string[]): CalendarRecord {
  return { ...settled(record, dates), published: forgetting(record.published, dates) };
}

function inZone(published: KnownCalendar, timezone: string): KnownCalendar {
  return { ...published, dates: datesKnown(published, timezone) };
}

function forgetting(published: KnownCalendar, dates: readonly string[]): KnownCalendar {
  return { ...published, dates: without(published.dates, dates) };
}

/** What is over is of no use to any plan, and states must not grow for ever. */
function withoutPast(known: KnownCalendar, now: number): KnownCalendar {
  return {
    ...known,
    dates: withoutPastDates(known.dates, now),
    breaks: known.breaks.filter(({ till }) => !(Date.parse(till) < now - PAST_KEPT_MS)),
  };
}

function withoutPastDates<T>(dates: Readonly<Record<string, T>>, now: number): Record<string, T> {
  const first = new Date(now - PAST_KEPT_MS).toISOString().slice(0, 10);
  return Object.fromEntries(Object.entries(dates).filter(([date]) => date >= first));
}

function without<T>(
  dates: Readonly<Record<string, T>>,
  left: readonly string[],
): Readonly<Record<string, T>> {
  const gone = new Set(left);
  return Object.fromEntries(Object.entries(dates).filter(([date]) => !gone.has(date)));
}
