import { type DateSpan, formatDate, type Instant } from '@slotwright/engine';
import type { DateDrift } from './report.js';
import type { SlotDifference } from './slots.js';

/** Differences as the report lists them, by the local date that they are on; both lists are in order. */
export function dateDrifts(
  dates: readonly DateSpan[],
  differences: readonly SlotDifference[],
  iso: (instant: Instant) => string,
): readonly DateDrift[] {
  let next = 0;
  return dates.flatMap(({ date, end }): readonly DateDrift[] => {
    const first = next;
    while ((differences[next]?.start ?? end) < end) next += 1;
    return next === first ? [] : [dateDrift(formatDate(date), differences.slice(first, next), iso)];
  });
}

function dateDrift(
  date: string,
  differences: readonly SlotDifference[],
  iso: (instant: Instant) => string,
): DateDrift {
  const at = ({ start }: SlotDifference) => iso(start);
  const isMissing = (each: SlotDifference) => each.at === 'document' && each.missing.length > 0;
  const isExtra = (each: SlotDifference) =>
    each.at === 'docplanner' && (each.extra.length > 0 || each.freed.services.length === 0);
  const differsInServices = ({ at: who, missing, extra }: SlotDifference) =>
    who === 'both' && missing.length + extra.length > 0;
  const explained = (of: 'hidden' | 'freed') =>
    differences
      .filter((each) => each[of].services.length > 0)
      .map((each) => ({
        start: at(each),
        addressServiceIds: each[of].services,
        by: each[of].by,
      }));
  return {
    date,
    missing: differences
      .filter(isMissing)
      .map((each) => ({ start: at(each), addressServiceIds: each.missing })),
    hidden: explained('hidden'),
    extra: differences
      .filter(isExtra)
      .map((each) => ({ start: at(each), addressServiceIds: each.extra })),
    freed: explained('freed'),
    services: differences
      .filter(differsInServices)
      .map((each) => ({ start: at(each), missing: each.missing, extra: each.extra })),
  };
}
