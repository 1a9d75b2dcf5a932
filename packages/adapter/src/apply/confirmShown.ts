import { ok, type Result } from 'neverthrow';
import type { ClientError } from '../http/error/clientError.js';
import { inDoubt, settled } from '../state/calendarRecord.js';
import { type Comparison, compare, type Wanted } from './compare.js';
import type { DateSpan } from './dates.js';
import type { DateDifference } from './difference.js';
import { change, type Job, nowOf, pause, type Resend, record } from './job.js';
import { performStep } from './performStep.js';
import { readBack } from './readBack.js';

export interface Confirmed {
  readonly differences: readonly DateDifference[];
  readonly lostBreaks: readonly string[];
}

/** Whether it is enough that dates show what was sent, or certain that no PUT of them is still being processed. */
export type Need = 'shown' | 'settled';

const MAX_POLLS = 20;
/** Docplanner's three minutes, and what processing may have added. */
const DUPLICATE_WINDOW_MS = 210_000;

/**
 * Reads Docplanner back until the dates show what they should, with growing pauses. Dates that do not in the
 * end are in doubt: the next plan sends them whole. Where an equal PUT came shortly before, its window is
 * waited out once, and it is sent again.
 */
export async function confirmShown(
  job: Job,
  dates: readonly DateSpan[],
  wanted: Wanted,
  need: Need,
): Promise<Result<Confirmed, ClientError>> {
  const first = await poll(job, dates, wanted, need);
  if (first.isErr()) return first.map(confirmedOf);
  const wrong = new Set(first.value.differences.map(({ date }) => date));
  const ignored = job.memory.suspects
    .splice(0)
    .filter(({ step }) => step.dates.some((date) => wrong.has(date)));
  const again =
    ignored.length > 0 && (await sentAgain(job, ignored))
      ? await poll(job, dates, wanted, need)
      : first;
  if (again.isErr()) return again.map(confirmedOf);
  const doubtful = again.value.differences.map(({ date }) => date);
  // A run that was ended in between has not looked long enough to doubt anything.
  const looked = job.course.ending() === undefined;
  if (looked && doubtful.length > 0) await change(job, (known) => inDoubt(known, doubtful));
  return ok(confirmedOf(again.value));
}

async function poll(
  job: Job,
  dates: readonly DateSpan[],
  wanted: Wanted,
  need: Need,
): Promise<Result<Comparison, ClientError>> {
  const [start, end] = [
    Math.min(...dates.map((date) => date.start)),
    Math.max(...dates.map((date) => date.end)),
  ];
  for (let polls = 1; ; polls += 1) {
    const read = await readBack(job, { start, end });
    if (read.isErr()) return read.map(() => NOTHING_COMPARED);
    const compared = compare(job, dates, wanted, read.value);
    const matches = compared.differences.length === 0;
    if (compared.settled.length > 0) await change(job, (known) => settled(known, compared.settled));
    const enough = matches && (need === 'shown' || compared.settledAt <= nowOf(job));
    if (enough || job.course.ending() !== undefined) return ok(compared);
    if (matches) {
      await pause(job, compared.settledAt - nowOf(job));
    } else {
      if (polls >= MAX_POLLS) return ok(compared);
      await pause(job, Math.min(1_000 + 50 * polls, 1_500));
    }
  }
}

const NOTHING_COMPARED: Comparison = {
  differences: [],
  lostBreaks: [],
  settled: [],
  settledAt: 0,
};

function confirmedOf({ differences, lostBreaks }: Comparison): Confirmed {
  return { differences, lostBreaks };
}

/** False where it cannot be done within the time that may be waited. */
async function sentAgain(job: Job, ignored: readonly Resend[]): Promise<boolean> {
  const until = Math.max(...ignored.map(({ sentBefore }) => sentBefore)) + DUPLICATE_WINDOW_MS;
  if (until - nowOf(job) > job.settings.maxWaitMs) return false;
  await pause(job, until - nowOf(job));
  for (const { step } of ignored) {
    const end = await performStep(job, step);
    if (end.type !== 'done') return false;
  }
  return true;
}

/** What is known to be published is what is shown, less what is hidden. */
export function publishedOf(job: Job): Wanted {
  return { entries: record(job).published.dates, expected: new Map() };
}
