import {
  type GuardOptions,
  type PreparedPlan,
  refusingFindings,
  removalsRefused,
  type Sync,
} from '@slotwright/adapter';
import type { ComputedCalendar } from '@slotwright/engine';
import { err, type Result } from 'neverthrow';
import { EXIT, type ExitCode, type Failure, wrongUsage } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import type { ApplyCommandOptions } from '../options/apply.js';
import { applyOutput, applyText } from '../render/applyReport.js';
import { calendarNames } from '../render/calendarNames.js';
import { jsonPieces } from '../render/json.js';
import { progressDisplay } from '../render/progress.js';
import { printErrorFindings, printFailure, printLines, printResult } from '../result.js';
import { refusal, refusedRemovals, removalsConfirmed, showPlan, writesIn } from './confirm.js';
import { exitOfReport } from './ending.js';
import { syncFailure } from './failure.js';
import { type OpenedSync, openSync } from './openSync.js';
import { computedOf, findingsIn, type Proposal, readProposal } from './proposal.js';

/** Carries a document or a plan out: reads, plans, shows, asks, sends, reports. */
export async function carryOut(
  file: string,
  options: ApplyCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const signal = io.interruption();
  const proposal = await acceptable(file, options, io);
  if (proposal.isErr()) return await printFailure(io, proposal.error);
  const findings = refusingFindings(findingsIn(proposal.value));
  if (findings.length > 0) {
    await printErrorFindings(io, { findings });
    return EXIT.findings;
  }
  const opened = await openSync(options, io);
  if (opened.isErr()) return await printFailure(io, opened.error);
  const { sync, target } = opened.value;
  const prepared = await prepare(sync, proposal.value, options, signal);
  if (prepared.isErr()) return await printFailure(io, prepared.error);
  await showPlan(prepared.value, computedOf(proposal.value), io);
  const left = refusingFindings(prepared.value.plan.findings);
  if (left.length > 0) {
    await printErrorFindings(io, { findings: left });
    return EXIT.findings;
  }
  const guard = guardOf(options);
  const removals = removalsRefused(prepared.value.plan, guard);
  if (removals.length > 0 && (io.ask === undefined || options.yes === true)) {
    return await printFailure(io, refusedRemovals(removals));
  }
  if (removals.length > 0 && io.ask !== undefined) {
    const refused = await removalsConfirmed(removals, io, io.ask, signal);
    if (refused !== undefined) return await printFailure(io, refused);
  } else if (writesIn(prepared.value.plan) > 0 && options.yes !== true && io.ask !== undefined) {
    const refused = await refusal(prepared.value, target, io.ask, signal);
    if (refused !== undefined) return await printFailure(io, refused);
  }
  const computed = computedOf(proposal.value);
  const allowed = removals.length > 0 ? ({ allowed: 'all' } as const) : guard;
  return await send(opened.value, prepared.value, computed, options, allowed, signal, io);
}

/** What the options let a plan remove. */
function guardOf({ allowRemovals = [] }: ApplyCommandOptions): GuardOptions {
  return { allowed: allowRemovals.includes('all') ? 'all' : allowRemovals };
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
  sync: Sync,
  proposal: Proposal,
  { maxWait, refresh, split }: ApplyCommandOptions,
  signal: AbortSignal,
): Promise<Result<PreparedPlan, Failure>> {
  const bounds = { signal, maxWaitMs: maxWait };
  if (proposal.type === 'plan') {
    return await sync.check(proposal.plan, bounds).mapErr(syncFailure);
  }
  const { computed, whole } = proposal;
  const { horizon, now } = computed;
  return await sync
    .plan(computed, {
      horizon,
      now,
      ...bounds,
      refresh: refresh ? 'read' : 'none',
      ...(split === undefined ? {} : { split }),
      ...(whole === undefined ? {} : { whole }),
    })
    .mapErr(syncFailure);
}

async function send(
  { sync, clock }: OpenedSync,
  prepared: PreparedPlan,
  computed: readonly ComputedCalendar[],
  options: ApplyCommandOptions,
  guard: GuardOptions,
  signal: AbortSignal,
  io: Io,
): Promise<ExitCode> {
  const names = calendarNames(prepared.plan.calendars, computed);
  const display = progressDisplay(io, clock, names);
  const applied = await sync.apply(prepared, {
    guard,
    enable: options.enable === true ? 'enable' : 'refuse',
    signal,
    maxWaitMs: options.maxWait,
    ...(options.maxWrites === undefined ? {} : { maxWrites: options.maxWrites }),
    onProgress: display.show,
  });
  await display.end();
  if (applied.isErr()) return await printFailure(io, syncFailure(applied.error));
  const exit = exitOfReport(applied.value);
  if (options.format === 'json') {
    return await printResult(io, jsonPieces(applyOutput(applied.value, names)), exit);
  }
  return await printLines(
    io,
    applyText(applied.value, names, widthOf(io.stdout), io.stdout.style),
    exit,
  );
}
