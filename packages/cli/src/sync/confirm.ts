import { describeRemoval, type PreparedPlan, type Removal } from '@slotwright/adapter';
import type { ComputedCalendar } from '@slotwright/engine';
import { EXIT, type Failure } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { planText } from '../render/planText.js';
import { confirmText } from '../render/planTotals.js';
import { seenLines } from '../render/seenCalendars.js';
import { paragraph } from '../render/wrapping.js';
import { printNote } from '../result.js';

/** Shows a plan to whoever starts it, on standard error, as standard output carries only the result. */
export async function showPlan(
  prepared: PreparedPlan,
  computed: readonly ComputedCalendar[],
  io: Io,
): Promise<void> {
  const page = { width: widthOf(io.stderr), style: io.stderr.style };
  const lines = [...planText(prepared.plan, computed, page), ...seenLines(prepared, page.width)];
  await printNote(io, lines.map((line) => line.trimEnd()).join('\n'));
}

/** Asks whether a plan is to be sent; undefined if it is. Anything but yes is no. */
export async function refusal(
  { plan }: PreparedPlan,
  target: string,
  ask: NonNullable<Io['ask']>,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const answer = await ask(`\n${confirmText(plan.calendars, target)}`, signal);
  if (signal.aborted) return { exit: EXIT.interrupted, message: 'interrupted; nothing was sent' };
  if (answer?.trim().toLowerCase() === 'yes') return undefined;
  return { exit: EXIT.failure, message: 'not confirmed; nothing was sent' };
}

/** Much would be taken from patients, and there is nobody who could say that it may. */
export function refusedRemovals(removals: readonly Removal[]): Failure {
  const ids = removals.map(({ calendar }) => calendar ?? 'all').join(' ');
  const why = removals.map(describeRemoval).join('; ');
  return {
    exit: EXIT.guarded,
    message: `the plan ${why}. Nothing was sent. If that is what the clinic wants, give --allow-removals ${ids}`,
  };
}

/**
 * What to do about a plan that takes much from patients: `sent` once the person at the terminal has typed how many
 * free starts it removes.
 */
export async function removalsConfirmed(
  removals: readonly Removal[],
  io: Io,
  ask: NonNullable<Io['ask']>,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const width = widthOf(io.stderr);
  const lines = removals.flatMap((each) =>
    paragraph('', `The plan ${describeRemoval(each)}.`, width),
  );
  await printNote(io, lines.join('\n'));
  const count = removals.reduce((sum, { risk }) => sum + risk.lost + risk.closed, 0);
  const answer = await ask(
    '\nIs that what the clinic wants? Type the number of removed starts: ',
    signal,
  );
  if (signal.aborted) return { exit: EXIT.interrupted, message: 'interrupted; nothing was sent' };
  if (answer?.trim() === String(count)) return undefined;
  return { exit: EXIT.guarded, message: 'not confirmed; nothing was sent' };
}

/** Write calls of a plan, counted and not read off the file. */
export function writesIn({ calendars }: PreparedPlan['plan']): number {
  return calendars.reduce((sum, { steps }) => sum + steps.length, 0);
}
