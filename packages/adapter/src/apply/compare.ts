import {
  type ExpectedDate,
  formatUtc,
  instantFormatter,
  type SlotsEntry,
  zoneId,
  zoneOf,
} from '@slotwright/engine';
import type { DateSpan } from './dates.js';
import { type DateDifference, differenceOf, same } from './difference.js';
import { type Job, nowOf, record } from './job.js';
import type { ReadBack } from './readBack.js';
import { expectedOf, offeredBy, type Shown, shownBy, stillShown } from './shown.js';
import { breakSpan, meet, type Span } from './span.js';

/** What dates should show: what the plan expects or, on other dates, what their entries offer. */
export interface Wanted {
  readonly entries: Readonly<Record<string, readonly SlotsEntry[]>>;
  readonly expected: ReadonlyMap<string, ExpectedDate>;
}

export interface Comparison {
  readonly differences: readonly DateDifference[];
  /** Breaks of ours that are not listed. */
  readonly lostBreaks: readonly string[];
  /** Dates whose last PUT is certain to have been processed. */
  readonly settled: readonly string[];
  /** When that will be certain of all of them, if they show then what they show now. */
  readonly settledAt: number;
}

/**
 * Compares what was read with what should be. That a PUT has been processed is certain when the date shows
 * something that it did not show before and that nothing else explains, or when enough time has passed.
 */
export function compare(
  job: Job,
  dates: readonly DateSpan[],
  { entries, expected }: Wanted,
  { slots, breaks, hidden }: ReadBack,
): Comparison {
  const now = nowOf(job);
  const textOf = zoneId(job.plan.timezone).match(
    (id) => instantFormatter(zoneOf(id)),
    () => formatUtc,
  );
  const { unsettled, published } = record(job);
  const differences: DateDifference[] = [];
  const settled: string[] = [];
  let settledAt = 0;
  for (const { date, start, end } of dates) {
    const span = { start: Math.max(start, now), end };
    const near = hidden.filter((each) => meet(each, { start: span.start, end: end + A_DAY }));
    const plan = expected.get(date);
    const own = entries[date] ?? [];
    const wanted =
      plan === undefined ? offeredBy(own, span, near) : expectedOf(plan, own, span, near);
    const shown = shownBy(slots, span, textOf);
    const difference = differenceOf(date, wanted, shown);
    if (difference !== undefined) {
      differences.push(difference);
      continue;
    }
    const sentAt = unsettled[date];
    if (sentAt === undefined) continue;
    const at = isProven(job, span, near, shown) ? 0 : sentAt + job.settings.settleMs;
    if (at <= now) settled.push(date);
    settledAt = Math.max(settledAt, at);
  }
  const listed = new Set(breaks.map(({ id }) => id));
  const lostBreaks = published.breaks
    .filter((known) => !listed.has(known.id))
    .filter((known) => dates.some((span) => meet(breakSpan(known), span)))
    .map(({ since, till }) => `${since} to ${till}`);
  return { differences, lostBreaks, settled, settledAt };
}

const A_DAY = 86_400_000;

function isProven(
  { memory: { before } }: Job,
  span: Span,
  hidden: readonly Span[],
  shown: Shown,
): boolean {
  return before !== undefined && !same(shown, stillShown(before, span, hidden));
}
