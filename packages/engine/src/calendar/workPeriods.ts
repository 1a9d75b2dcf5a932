import type { IntervalSet } from '../interval/set.js';
import { type Instant, plus } from '../time/units.js';
import { gridPointFrom, type WorkPeriod } from './configuration.js';

/**
 * The work periods to send: what carved time leaves of the base periods. What is left after carved
 * time starts at the next point of the base period's grid, so patients still see 10:30 after a
 * break that ended at 10:10. Pieces in which no service fits are dropped.
 *
 * Law: the slots are the same as if the carved time had been hidden instead.
 *
 * @example
 * const { basePeriods } = computeCalendar(calendar, monday, now);
 * const open = basePeriods[0].start;
 * publishedPeriods(basePeriods, union([{ start: open, end: open + 10 }]))[0].start - open // => 30
 */
export function publishedPeriods(
  base: readonly WorkPeriod[],
  carved: IntervalSet<Instant>,
): readonly WorkPeriod[] {
  const published: WorkPeriod[] = [];
  let next = 0;
  for (const period of base) {
    const { configuration } = period;
    const publish = (from: Instant, until: Instant): void => {
      const start = plus(period.start, gridPointFrom(period, configuration.cell, from));
      if (until - start >= configuration.shortest) {
        published.push({ start, end: until, configuration });
      }
    };
    while ((carved[next]?.end ?? Number.POSITIVE_INFINITY) <= period.start) next += 1;
    let open = period.start;
    for (let at = next; ; at += 1) {
      const cut = carved[at];
      if (cut === undefined || cut.start >= period.end) break;
      publish(open, cut.start);
      open = cut.end;
    }
    publish(open, period.end);
  }
  return published;
}
