import {
  type KnownCalendars,
  knownCalendars,
  type PreparedPlan,
  planFromState,
  wholePlan,
} from '@slotwright/adapter';
import { type ComputedDocument, changesOutput } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { type Computed, computeWhole } from '../document/compute.js';
import { EXIT, type ExitCode, type Failure, hasOpenFinding } from '../exit.js';
import { savePlan } from '../files/planFile.js';
import { type Io, widthOf } from '../io.js';
import type { PlanOptions } from '../options/plan.js';
import { serverInState, stateAsItIs, stateFailure } from '../remote/state.js';
import { jsonPieces } from '../render/json.js';
import { nextStep } from '../render/nextStep.js';
import { planText } from '../render/planText.js';
import { seenLines } from '../render/seenCalendars.js';
import { paragraph } from '../render/wrapping.js';
import { printFailure, printLines, printNote, printResult } from '../result.js';
import { syncFailure } from '../sync/failure.js';
import { openSync } from '../sync/openSync.js';

/** A plan, with what was seen at Docplanner if it was read. */
type Planned = Pick<PreparedPlan, 'plan' | 'seen' | 'unread'>;

/** `slotwright plan --state`: only what has changed since the last apply. Asks no server without `--refresh`. */
export async function planChanges(
  file: string,
  options: PlanOptions & { readonly state: string },
  io: Io,
): Promise<ExitCode> {
  const read = await computeWhole(file, options, io);
  if (read.isErr()) return await printFailure(io, read.error);
  const { computed } = read.value;
  const planned =
    options.refresh === true
      ? await planFromServer(read.value, options, io)
      : await planFromFile(read.value, options, io);
  if (planned.isErr()) return await printFailure(io, planned.error);
  const { plan } = planned.value;
  if (options.out !== undefined) {
    const saved = await savePlan(options.out, plan);
    if (saved.isErr()) return await printFailure(io, saved.error);
  }
  const exit = exitOf(planned.value, options);
  if (options.format === 'json') {
    const { findings } = plan;
    const output = { ...changesOutput(computed, plan.calendars, plan.risk), findings };
    return await printResult(io, jsonPieces(output), exit);
  }
  const page = { width: widthOf(io.stdout), style: io.stdout.style };
  const { width } = page;
  const next = nextStep(file, options, plan, await serverInState(options.state), width);
  const lines = planText(plan, computed.calendars, page);
  return await printLines(io, [...lines, ...seenLines(planned.value, width), ...next], exit);
}

/** Takes the state's word for what is published. */
async function planFromFile(
  { computed, whole }: Computed,
  options: PlanOptions & { readonly state: string },
  io: Io,
): Promise<Result<Planned, Failure>> {
  const store = await stateAsItIs(options.state);
  const all = await wholePlan(store, computed, whole);
  if (all.isErr()) return err(stateFailure(all.error));
  const addresses = all.value.computed.calendars.map(({ calendar }) => calendar);
  const known = await knownCalendars(store, addresses);
  if (known.isErr()) return err(stateFailure(known.error));
  const unclear = callsInFlight(known.value, all.value.computed);
  if (unclear.length > 0) {
    const sentence = `An earlier apply ended in the middle of a call in ${unclear.join(', ')}; the next one finds out what became of it, and plans anew.`;
    await printNote(io, paragraph('', sentence, widthOf(io.stderr)).join('\n'));
  }
  return ok({ plan: planFromState(known.value, all.value, options.split), seen: [], unread: [] });
}

/** Reads Docplanner first. */
async function planFromServer(
  { computed, whole }: Computed,
  options: PlanOptions & { readonly state: string },
  io: Io,
): Promise<Result<Planned, Failure>> {
  const signal = io.interruption();
  const opened = await openSync(options, io);
  if (opened.isErr()) return err(opened.error);
  const { horizon, now } = computed;
  const { split } = options;
  return await opened.value.sync
    .plan(computed, { horizon, now, signal, split, ...(whole === undefined ? {} : { whole }) })
    .mapErr(syncFailure);
}

/** A calendar that could not be read weighs more than one that has something to send. */
function exitOf({ plan, unread }: Planned, options: PlanOptions): ExitCode {
  if (hasOpenFinding(plan.findings, 'error')) return EXIT.findings;
  if (unread.length > 0) return EXIT.failure;
  return options.detailedExitcode === true && plan.totals.writes > 0 ? EXIT.changes : EXIT.success;
}

/** The calendars of which it is not known what became of the last call that an earlier apply made. */
function callsInFlight(known: KnownCalendars, { calendars }: ComputedDocument): readonly string[] {
  return calendars
    .filter(({ calendar }) => known.of(calendar).record.pending !== undefined)
    .map(({ calendar }) => calendar.id);
}
