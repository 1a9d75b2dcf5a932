import { type ExpectedDate, parseDate, zoneId, zoneOf } from '@slotwright/engine';
import type { Span } from './span.js';

/** A local date and when it is. */
export interface DateSpan extends Span {
  readonly date: string;
}

/** When a local date is; undefined if it cannot be read. A zone that is not known is taken for UTC. */
export function spanOfDate(date: string, timezone: string): DateSpan | undefined {
  const zone = zoneId(timezone).map(zoneOf).unwrapOr(undefined);
  const startOf = (text: string): number | undefined =>
    parseDate(text)
      .map((local) => (zone === undefined ? Date.parse(text) : zone.startOf(local) * 60_000))
      .unwrapOr(undefined);
  const start = startOf(date);
  if (start === undefined) return undefined;
  const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  return { date, start, end: startOf(next) ?? start };
}

/** When an expected date is. */
export function spanOfExpected({ date, start, end }: ExpectedDate): DateSpan {
  return { date, start: Date.parse(start), end: Date.parse(end) };
}
