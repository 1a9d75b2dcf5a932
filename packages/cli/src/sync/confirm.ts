import type { PreparedPlan } from '@slotwright/adapter';
import { EXIT, type Failure } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { changesText, type ServiceNames } from '../render/changesText.js';
import { seenLines } from '../render/seenCalendars.js';
import { counted } from '../render/wrapping.js';
import { printNote } from '../result.js';

/** Shows a plan to whoever starts it, on standard error, as standard output carries only the result. */
export async function showPlan(prepared: PreparedPlan, names: ServiceNames, io: Io): Promise<void> {
  const width = widthOf(io.stderr);
  const lines = [
    ...changesText(prepared.plan, names, width, io.stderr.style),
    ...seenLines(prepared, width),
  ];
  await printNote(io, lines.map((line) => line.trimEnd()).join('\n'));
}

/** Asks whether a plan is to be sent; undefined if it is. Anything but yes is no. */
export async function refusal(
  prepared: PreparedPlan,
  target: string,
  ask: NonNullable<Io['ask']>,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const answer = await ask(
    `\nMake ${callsText(prepared)} to ${target}? Only "yes" is taken: `,
    signal,
  );
  if (signal.aborted) return { exit: EXIT.interrupted, message: 'interrupted; nothing was sent' };
  if (answer?.trim().toLowerCase() === 'yes') return undefined;
  return { exit: EXIT.failure, message: 'not confirmed; nothing was sent' };
}

/** `2 write calls, or 30 if Docplanner takes only one date per request` */
function callsText({ plan, writesDateByDate }: PreparedPlan): string {
  const writes = writesIn(plan);
  const calls = counted(writes, 'write call');
  return writesDateByDate === writes
    ? calls
    : `${calls}, or ${writesDateByDate} if Docplanner takes only one date per request,`;
}

/** Write calls of a plan, counted and not read off the file. */
export function writesIn({ calendars }: PreparedPlan['plan']): number {
  return calendars.reduce((sum, { steps }) => sum + steps.length, 0);
}
