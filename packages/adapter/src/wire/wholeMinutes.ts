import { type Instant, type Interval, parseInstant } from '@slotwright/engine';

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):(\d{2})([+-]\d{2}:\d{2})$/;

/**
 * The whole minutes that two times of an answer touch, so that seconds never make taken time look free;
 * undefined when one is not on the calendar, or the second is not after the first.
 */
export function wholeMinutes(start: string, end: string): Interval<Instant> | undefined {
  const from = minuteOf(start, 'begun');
  const until = minuteOf(end, 'over');
  return from !== undefined && until !== undefined && from < until
    ? { start: from, end: until }
    : undefined;
}

/** The minute of a time of an answer, `2026-10-05T09:00:00+02:00`: the one that has `begun`, or is `over`, then. */
export function minuteOf(time: string, which: 'begun' | 'over'): Instant | undefined {
  const [, minute = '', seconds = '', offset = ''] = TIME.exec(time) ?? [];
  const begun = parseInstant(`${minute}:00${offset}`).unwrapOr(undefined);
  return begun === undefined || seconds === '00' || which === 'begun' ? begun : next(begun);
}

/** The first whole minute that is not before a moment in milliseconds since 1970. */
export function minuteFrom(ms: number): Instant | undefined {
  const minute = new Date(Math.ceil(ms / 60_000) * 60_000);
  return parseInstant(`${minute.toISOString().slice(0, 16)}Z`).unwrapOr(undefined);
}

function next(minute: Instant): Instant | undefined {
  const after = new Date((minute + 1) * 60_000);
  return parseInstant(`${after.toISOString().slice(0, 16)}Z`).unwrapOr(undefined);
}
