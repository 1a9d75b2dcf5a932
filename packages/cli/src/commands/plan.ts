import { NOTHING_KNOWN, planOutput, syncPlan } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { type Choice, choose, computed, exitFor, load } from '../document/compute.js';
import { EXIT, type ExitCode, type Judged } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { addCommonOptions } from '../options/common.js';
import type { PlanOptions } from '../options/plan.js';
import { addServerOptions } from '../options/server.js';
import { split } from '../options/values.js';
import { firstPlan } from '../render/firstPlan.js';
import { jsonPieces } from '../render/json.js';
import { nextStep } from '../render/nextStep.js';
import { printFailure, printLines, printResult } from '../result.js';
import { examples, exitCodes } from './help.js';

/** `slotwright plan`: the calls that would make Docplanner's calendars equal to the document. */
export function addPlan(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('plan')
    .summary('show the work periods and breaks that would be sent')
    .description(
      'Computes the work periods of every calendar and shows what would be sent to Docplanner: periods, ' +
        'time that is cleared, breaks, and what to correct before. With --state only what has changed since ' +
        'the last apply. Nothing is sent, and no server is asked without --refresh.',
    )
    .argument('<file>', 'clinic document, YAML or JSON; - for standard input');
  addServerOptions(addCommonOptions(command))
    .addOption(
      new Option('--split <how>', 'requests: whole, per-date, or the most entries of one request')
        .argParser(split)
        .default({ type: 'one-request' }, 'whole'),
    )
    .option('--state <folder>', 'what was published, as apply keeps it: show only what has changed')
    .option('--out <file>', 'with --state: also write the plan to a file that apply takes')
    .option(
      '--refresh',
      'with --state: read what Docplanner shows first, so that drift is planned too',
    )
    .option('--detailed-exitcode', 'exit with 2 if there is anything to write')
    .addHelpText(
      'after',
      examples(
        ['slotwright plan clinic.yaml', 'the next 12 weeks, for people'],
        ['slotwright plan clinic.yaml --from 2026-10-05 --through 2026-10-31', 'these dates'],
        [
          'slotwright plan clinic.yaml --calendar lopez-centro --format json',
          'the request bodies, as they would be sent',
        ],
        [
          'slotwright plan clinic.yaml --state .slotwright --out plan.json',
          'what has changed since the last apply, kept for apply plan.json',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'success'],
        [1, 'the file or the state cannot be read, or the plan cannot be written'],
        [2, 'there is something to write (only with --detailed-exitcode)'],
        [3, 'the document is invalid or has findings of severity error'],
        [64, 'wrong usage'],
      ),
    )
    .action(async (file: string, options: PlanOptions) => {
      const { state, out, refresh } = options;
      if (state !== undefined) {
        const { planChanges } = await import('./online.js');
        return end(await planChanges(file, { ...options, state }, io));
      }
      if (out !== undefined) command.error('error: --out needs --state');
      if (refresh === true) command.error('error: --refresh needs --state');
      return end(await plan(file, options, io));
    });
}

async function plan(file: string, options: PlanOptions, io: Io): Promise<ExitCode> {
  const document = await load(file, io);
  const choice = document.andThen((value) => choose(value, options, io.now()));
  if (choice.isErr()) return await printFailure(io, choice.error);
  return options.format === 'json'
    ? await printJson(choice.value, options, io)
    : await printText(file, choice.value, options, io);
}

async function printJson(choice: Choice, options: PlanOptions, io: Io): Promise<ExitCode> {
  const result = computed(choice, choice.calendars);
  const plans = result.calendars.map((each) =>
    syncPlan(each, NOTHING_KNOWN, undefined, options.split),
  );
  const output = planOutput(result, plans);
  return await printResult(io, jsonPieces(output), exitOf(output, options));
}

async function printText(
  file: string,
  choice: Choice,
  options: PlanOptions,
  io: Io,
): Promise<ExitCode> {
  const page = { width: widthOf(io.stdout), style: io.stdout.style };
  const plan = firstPlan(choice, options.split, page);
  const next = nextStep(file, options, plan, undefined, page.width);
  return await printLines(io, [...plan.lines, ...next], exitOf(plan, options));
}

function exitOf(
  plan: { readonly findings: readonly Judged[]; readonly totals: { readonly writes: number } },
  { detailedExitcode }: PlanOptions,
): ExitCode {
  const exit = exitFor(plan);
  const wanted = detailedExitcode === true && plan.totals.writes > 0;
  return exit === EXIT.success && wanted ? EXIT.changes : exit;
}
