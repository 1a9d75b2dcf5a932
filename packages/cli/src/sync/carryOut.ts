import { applyPlan, describeApplyError, type StateStore } from '@slotwright/adapter';
import type { ComputedCalendar } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { EXIT, type ExitCode, type Failure, hasOpenFinding, wrongUsage } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import type { ApplyCommandOptions } from '../options/apply.js';
import { type Connection, connect } from '../remote/connection.js';
import { stateStore } from '../remote/state.js';
import { applyOutput, applyText } from '../render/applyReport.js';
import { jsonPieces } from '../render/json.js';
import { progressDisplay } from '../render/progress.js';
import { printErrorFindings, printFailure, printLines, printResult } from '../result.js';
import { refusal, showPlan } from './confirm.js';
import { exitOfReport } from './ending.js';
import { type Prepared, preparePlan } from './prepare.js';
import { computedOf, findingsOf, type Proposal, readProposal } from './proposal.js';

/** A plan that may be sent, and everything that sending it takes. */
interface Ready extends Prepared {
  readonly connection: Connection;
  readonly store: StateStore;
}

/** Carries a document or a plan out: reads, plans, shows, asks, sends, reports. */
export async function carryOut(
  file: string,
  options: ApplyCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const signal = io.interruption();
  const proposal = await acceptable(file, options, io);
  if (proposal.isErr()) return await printFailure(io, proposal.error);
  if (hasOpenFinding(findingsOf(proposal.value), 'error')) {
    await printErrorFindings(io, { findings: findingsOf(proposal.value) });
    return EXIT.findings;
  }
  const ready = await prepare(proposal.value, options, signal, io);
  if (ready.isErr()) return await printFailure(io, ready.error);
  const { plan, connection } = ready.value;
  await showPlan(plan, computedOf(proposal.value), io);
  if (
    plan.calendars.some(({ steps }) => steps.length > 0) &&
    options.yes !== true &&
    io.ask !== undefined
  ) {
    const refused = await refusal(plan, connection.target, io.ask, signal);
    if (refused !== undefined) return await printFailure(io, refused);
  }
  return await send(ready.value, computedOf(proposal.value), options, signal, io);
}

/** Refuses, before anything is read, what nobody could confirm. */
async function acceptable(
  file: string,
  options: ApplyCommandOptions,
  io: Io,
): Promise<Result<Proposal, Failure>> {
  const canAsk = io.ask !== undefined && file !== '-';
  if (options.yes !== true && !canAsk) {
    return err(
      wrongUsage(
        'nobody can be asked here whether to send the plan; give --yes to send it unasked',
      ),
    );
  }
  return await readProposal(file, options, io);
}

async function prepare(
  proposal: Proposal,
  options: ApplyCommandOptions,
  signal: AbortSignal,
  io: Io,
): Promise<Result<Ready, Failure>> {
  const connected = await connect(options, io);
  if (connected.isErr()) return err(connected.error);
  const connection = connected.value;
  const store = stateStore(options.state, connection.server);
  if (store.isErr()) return err(store.error);
  const bounds = { signal, maxWaitMs: options.maxWait };
  const split = options.split ?? { type: 'one-request' };
  const plan = await preparePlan(proposal, connection, store.value, bounds, split);
  return plan.andThen((made) => ok({ ...made, connection, store: store.value }));
}

async function send(
  { plan, basedOn, connection, store }: Ready,
  computed: readonly ComputedCalendar[],
  options: ApplyCommandOptions,
  signal: AbortSignal,
  io: Io,
): Promise<ExitCode> {
  const display = progressDisplay(io);
  const applied = await applyPlan(connection.client, plan.calendars, {
    store,
    basedOn,
    enable: options.enable === true ? 'enable' : 'refuse',
    ports: connection.ports,
    signal,
    maxWaitMs: options.maxWait,
    ...(options.maxWrites === undefined ? {} : { maxWrites: options.maxWrites }),
    onProgress: display.show,
  });
  await display.end();
  if (applied.isErr()) {
    const exit = applied.error.type === 'stale-plan' ? EXIT.stale : EXIT.failure;
    return await printFailure(io, { exit, message: describeApplyError(applied.error) });
  }
  const exit = exitOfReport(applied.value);
  if (options.format === 'json') {
    return await printResult(io, jsonPieces(applyOutput(applied.value)), exit);
  }
  return await printLines(
    io,
    applyText(applied.value, plan.calendars, computed, widthOf(io.stdout), io.stdout.style),
    exit,
  );
}
