import { formatDate } from '../../time/date.js';
import { type LocalDate, plus } from '../../time/units.js';
import type { DateRange } from './dateRange.js';
import { duplicateOf, type ErrorCollector, type Path } from './errorCollector.js';

/** Reports every range that has a date in common with an earlier one; thousands of ranges cost little. */
export function onePerDate(errors: ErrorCollector): (range: DateRange, path: Path) => void {
  const earlier: { readonly range: DateRange; readonly path: Path }[] = [];
  /** The dates of the earlier ones: sorted ranges that neither meet nor abut. */
  const taken: DateRange[] = [];

  return (range, path) => {
    const date = firstTaken(range, taken);
    if (date !== undefined) {
      const problem = () => {
        const first = earlier.find(({ range: one }) => one.from <= date && date <= one.through);
        return duplicateOf(first?.path ?? path, formatDate(date));
      };
      errors.add(path, problem, 'one override for a date');
    }
    earlier.push({ range, path });
    take(range, taken);
  };
}

function firstTaken(
  { from, through }: DateRange,
  taken: readonly DateRange[],
): LocalDate | undefined {
  const next = taken[placeOf(from, taken)];
  if (next === undefined || next.from > through) return undefined;
  return next.from > from ? next.from : from;
}

/** Puts a range into `taken`, as one with those that it meets or abuts. */
function take(range: DateRange, taken: DateRange[]): void {
  const place = placeOf(plus(range.from, -1), taken);
  let { from, through } = range;
  let joined = 0;
  for (let next = taken[place]; next !== undefined && next.from <= plus(through, 1); ) {
    if (next.from < from) from = next.from;
    if (next.through > through) through = next.through;
    joined += 1;
    next = taken[place + joined];
  }
  taken.splice(place, joined, { from, through });
}

/** The place of the first range that ends on `date` or later. */
function placeOf(date: LocalDate, taken: readonly DateRange[]): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const range = taken[middle];
    if (range !== undefined && range.through < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
