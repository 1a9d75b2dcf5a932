import type { Interval } from '../interval/interval.js';
import { parseInstant } from './iso.js';
import { type Instant, plus } from './units.js';

const WIRE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const WHOLE_MINUTE = /^:00(?:\.0+)?$/;

/**
 * Reads two times as they were sent or as Docplanner wrote them; undefined if that is impossible or the
 * second is not after the first. Breaks that people enter at Docplanner may have seconds: they count as
 * the whole minutes that they touch.
 */
export function wireTime(start: string, end: string): Interval<Instant> | undefined {
  const from = readInstant(start, 0);
  const until = readInstant(end, 1);
  if (from === undefined || until === undefined || from >= until) return undefined;
  return { start: from, end: until };
}

/** `begun` is what a minute that has begun adds. */
function readInstant(text: string, begun: number): Instant | undefined {
  const [, minute = '', seconds = ':00', offset = ''] = WIRE_TIME.exec(text) ?? [];
  const withColon = offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = parseInstant(minute + withColon).unwrapOr(undefined);
  if (instant === undefined) return undefined;
  return WHOLE_MINUTE.test(seconds) ? instant : plus(instant, begun);
}
