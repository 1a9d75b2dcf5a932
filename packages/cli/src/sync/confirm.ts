import type { PreparedPlan } from '@slotwright/adapter';
import type { ComputedCalendar } from '@slotwright/engine';
import { EXIT, type Failure } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { planText } from '../render/planText.js';
import { confirmText } from '../render/planTotals.js';
import { seenLines } from '../render/seenCalendars.js';
import { printNote } from '../result.js';

/** Shows a plan to whoever starts it, on standard error, as standard output carries only the result. */
export async function showPlan(
  prepared: PreparedPlan,
  computed: readonly ComputedCalendar[],
  io: Io,
): Promise<void> {
  const width = widthOf(io.stderr);
  const lines = [
    ...planText(prepared.plan, computed, width, io.stderr.style),
    ...seenLines(prepared, width),
  ];
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

/** Write calls of a plan, counted and not read off the file. */
export function writesIn({ calendars }: PreparedPlan['plan']): number {
  return calendars.reduce((sum, { steps }) => sum + steps.length, 0);
}
