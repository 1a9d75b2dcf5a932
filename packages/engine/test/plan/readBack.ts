import fc from 'fast-check';
import type { ComputedCalendar } from '../../src/index.js';
import type { RemoteBreak } from '../../src/plan/known.js';
import type { Split } from '../../src/plan.js';
import type { Docplanner } from './docplanner.js';

const utc = (minute: number): string => `${new Date(minute * 60_000).toISOString().slice(0, 19)}Z`;

/** The breaks that Docplanner lists for the horizon of a calendar, in UTC. */
export function readBack(
  { breaks }: Docplanner,
  { dates }: Pick<ComputedCalendar, 'dates'>,
): readonly RemoteBreak[] {
  const [start, end] = [dates[0]?.start ?? 0, dates.at(-1)?.end ?? 0];
  return breaks
    .filter((each) => each.start < end && start < each.end)
    .map((each) => ({
      id: each.id,
      since: utc(each.start),
      till: utc(each.end),
      description: each.description,
    }));
}

export function split(): fc.Arbitrary<Split> {
  return fc.constantFrom(
    { type: 'one-request' },
    { type: 'one-per-date' },
    { type: 'most-entries', entries: 7 },
  );
}
