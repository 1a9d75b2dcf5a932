import type { PlanFile } from '@slotwright/engine';
import { EXIT, type Failure } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { changesText, type ServiceNames } from '../render/changesText.js';
import { counted } from '../render/wrapping.js';
import { printNote } from '../result.js';

/** Shows a plan to whoever starts it, on standard error, as standard output carries only the result. */
export async function showPlan(plan: PlanFile, names: ServiceNames, io: Io): Promise<void> {
  const lines = changesText(plan, names, widthOf(io.stderr), io.stderr.style);
  await printNote(io, lines.map((line) => line.trimEnd()).join('\n'));
}

/** Asks whether a plan is to be sent; undefined if it is. Anything but yes is no. */
export async function refusal(
  plan: PlanFile,
  target: string,
  ask: NonNullable<Io['ask']>,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const calls = counted(plan.totals.writes, 'write call');
  const answer = await ask(`\nMake ${calls} to ${target}? Only "yes" is taken: `, signal);
  if (signal.aborted) return { exit: EXIT.interrupted, message: 'interrupted; nothing was sent' };
  if (answer?.trim().toLowerCase() === 'yes') return undefined;
  return { exit: EXIT.failure, message: 'not confirmed; nothing was sent' };
}
