import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import type { Interval } from '../../interval/interval.js';
import { firstEndingAfter, meets, union } from '../../interval/set.js';
import { formatDate } from '../../time/date.js';
import type { DateSpan } from '../../time/horizon.js';
import type { Instant } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { ExpectedDate, Step } from '../step.js';

interface ChangedSpan extends DateSpan {
  readonly slots: ExpectedDate['slots'][number][];
}

/** What patients must see, once the steps are done, on each date that they change. */
export function expectedDates(
  { dates, slots }: Pick<ComputedCalendar, 'dates' | 'slots'>,
  steps: readonly Step[],
  iso: (instant: Instant) => string,
): readonly ExpectedDate[] {
  const sent = new Set(steps.flatMap((step) => (step.type === 'replace-slots' ? step.dates : [])));
  const touched = union(steps.flatMap(touchedTimes));
  const changed = dates
    .filter((span) => sent.has(formatDate(span.date)) || meets(touched, span))
    .map((span): ChangedSpan => ({ ...span, slots: [] }));
  for (const { start, addressServiceIds } of slots) {
    const date = firstEndingAfter(changed, start);
    if (date !== undefined && date.start <= start) {
      date.slots.push({ start: iso(start), addressServiceIds });
    }
  }
  return changed.map(({ date, start, end, slots: own }) => ({
    date: formatDate(date),
    start: iso(start),
    end: iso(end),
    slots: own,
  }));
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
