import type { ComputedCalendar, PlanFile } from '@slotwright/engine';
import { EXIT, type Failure } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { planText } from '../render/planText.js';
import { confirmText } from '../render/planTotals.js';
import { printNote } from '../result.js';

/** Shows a plan to whoever starts it, on standard error, as standard output carries only the result. */
export async function showPlan(
  plan: PlanFile,
  computed: readonly ComputedCalendar[],
  io: Io,
): Promise<void> {
  const lines = planText(plan, computed, widthOf(io.stderr), io.stderr.style);
  await printNote(io, lines.map((line) => line.trimEnd()).join('\n'));
}

/** Asks whether a plan is to be sent; undefined if it is. Anything but yes is no. */
export async function refusal(
  plan: PlanFile,
  target: string,
  ask: NonNullable<Io['ask']>,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const answer = await ask(`\n${confirmText(plan.calendars, target)}`, signal);
  if (signal.aborted) return { exit: EXIT.interrupted, message: 'interrupted; nothing was sent' };
  if (answer?.trim().toLowerCase() === 'yes') return undefined;
  return { exit: EXIT.failure, message: 'not confirmed; nothing was sent' };
}
