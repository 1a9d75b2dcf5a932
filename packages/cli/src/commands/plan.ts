import { checkOutput, NOTHING_KNOWN, planOutput, syncPlan } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { compute, exitFor } from '../document/compute.js';
import { EXIT, type ExitCode } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { addCommonOptions } from '../options/common.js';
import type { PlanOptions } from '../options/plan.js';
import { addServerOptions } from '../options/server.js';
import { split } from '../options/values.js';
import { jsonPieces } from '../render/json.js';
import { nextStep } from '../render/nextStep.js';
import { planText } from '../render/planText.js';
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
  const computed = await compute(file, options, io);
  if (computed.isErr()) return await printFailure(io, computed.error);
  const result = computed.value;
  const plans = result.calendars.map((each) =>
    syncPlan(each, NOTHING_KNOWN, undefined, options.split),
  );
  const wanted = options.detailedExitcode === true && plans.some(({ steps }) => steps.length > 0);
  const exit = exitFor(result) === EXIT.success && wanted ? EXIT.changes : exitFor(result);
  if (options.format === 'json')
    return await printResult(io, jsonPieces(planOutput(result, plans)), exit);
  const width = widthOf(io.stdout);
  const shown = { ...checkOutput(result), calendars: plans };
  const lines = planText(shown, result.calendars, width, io.stdout.style);
  const next = nextStep(file, options, shown, undefined, width);
  return await printLines(io, [...lines, ...next], exit);
}
