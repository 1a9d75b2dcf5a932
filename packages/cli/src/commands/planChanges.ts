import { planFromState, recordOf, type State } from '@slotwright/adapter';
import { type ComputedDocument, changesOutput, type PlanFile } from '@slotwright/engine';
import { compute, exitFor } from '../compute.js';
import { EXIT, type ExitCode } from '../exit.js';
import { savePlan } from '../files/planFile.js';
import { type Io, widthOf } from '../io.js';
import type { PlanOptions } from '../options/plan.js';
import { lookAtState, targetInState } from '../remote/state.js';
import { jsonPieces } from '../render/json.js';
import { nextStep } from '../render/nextStep.js';
import { planText } from '../render/planText.js';
import { paragraph } from '../render/wrapping.js';
import { printFailure, printLines, printNote, printResult } from '../result.js';

/** `slotwright plan --state`: only what has changed since the last apply. Looks at the state, asks no server. */
export async function planChanges(
  file: string,
  options: PlanOptions & { readonly state: string },
  io: Io,
): Promise<ExitCode> {
  const computed = await compute(file, options, io);
  if (computed.isErr()) return await printFailure(io, computed.error);
  const state = await lookAtState(options.state);
  if (state.isErr()) return await printFailure(io, state.error);
  const unclear = callsInFlight(state.value, computed.value);
  if (unclear.length > 0) {
    const sentence = `An earlier apply ended in the middle of a call in ${unclear.join(', ')}; the next one finds out what became of it, and plans anew.`;
    await printNote(io, paragraph('', sentence, widthOf(io.stderr)).join('\n'));
  }
  const plan = planFromState(state.value, computed.value, options.split);
  if (options.out !== undefined) {
    const saved = await savePlan(options.out, plan);
    if (saved.isErr()) return await printFailure(io, saved.error);
  }
  const exit = exitOf(plan, computed.value, options);
  if (options.format === 'json') {
    return await printResult(io, jsonPieces(changesOutput(computed.value, plan.calendars)), exit);
  }
  const width = widthOf(io.stdout);
  const next = nextStep(file, options, plan, await targetInState(options.state), width);
  const lines = planText(plan, computed.value.calendars, width, io.stdout.style);
  return await printLines(io, [...lines, ...next], exit);
}

function exitOf({ totals }: PlanFile, result: ComputedDocument, options: PlanOptions): ExitCode {
  const wanted = options.detailedExitcode === true && totals.writes > 0;
  return exitFor(result) === EXIT.success && wanted ? EXIT.changes : exitFor(result);
}

/** The calendars of which it is not known what became of the last call that an earlier apply made. */
function callsInFlight(state: State, { calendars }: ComputedDocument): readonly string[] {
  return calendars
    .filter(({ calendar }) => recordOf(state, calendar).pending !== undefined)
    .map(({ calendar }) => calendar.id);
}
