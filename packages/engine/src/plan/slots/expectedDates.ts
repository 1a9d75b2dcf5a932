import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import type { Interval } from '../../interval/interval.js';
import { meets, union } from '../../interval/set.js';
import { formatDate } from '../../time/date.js';
import type { Instant } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { ExpectedDate, Step } from '../step.js';

/** What patients must see, once the steps are done, on each date that they change. */
export function expectedDates(
  { dates, slots }: Pick<ComputedCalendar, 'dates' | 'slots'>,
  steps: readonly Step[],
  iso: (instant: Instant) => string,
): readonly ExpectedDate[] {
  const sent = new Set(steps.flatMap((step) => (step.type === 'replace-slots' ? step.dates : [])));
  const touched = union(steps.flatMap(touchedTimes));
  let next = 0;
  return dates.flatMap((span): ExpectedDate[] => {
    const first = next;
    while ((slots[next]?.start ?? span.end) < span.end) next += 1;
    const date = formatDate(span.date);
    if (!sent.has(date) && !meets(touched, span)) return [];
    const start = iso(span.start);
    const own = slots
      .slice(first, next)
      .map((slot) => ({ start: iso(slot.start), addressServiceIds: slot.addressServiceIds }));
    return [{ date, start, end: iso(span.end), slots: own }];
  });
}

/** When the breaks of a step take place, before it and after it. */
function touchedTimes(step: Step): readonly Interval<Instant>[] {
  const times = (): readonly { readonly since: string; readonly till: string }[] => {
    switch (step.type) {
      case 'create-break':
        return [step.body];
      case 'move-break':
        return [step.known, step.body];
      case 'delete-break':
        return [step.known];
      case 'replace-slots':
        return [];
      default:
        return step satisfies never;
    }
  };
  return times()
    .map(({ since, till }) => wireTime(since, till))
    .filter((time) => time !== undefined);
}
