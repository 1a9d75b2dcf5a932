import { checkOutput, type Severity } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { compute } from '../document/compute.js';
import { EXIT, type ExitCode, hasOpenFinding, SEVERITIES } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { addCommonOptions, type CommonOptions } from '../options/common.js';
import { checkText } from '../render/checkText.js';
import { jsonPieces } from '../render/json.js';
import { printFailure, printLines, printResult } from '../result.js';
import { examples, exitCodes } from './help.js';

interface CheckOptions extends CommonOptions {
  readonly failOn: Severity;
}

/** `slotwright check`: what is wrong or odd in a document, for people and for CI. */
export function addCheck(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('list what is wrong or odd in the document')
    .description(
      'Lists the findings of a document: double bookings, bookings outside of the hours, time that nobody ' +
        'can book, clock changes and more, each with what to do.',
    )
    .argument('<file>', 'clinic document, YAML or JSON; - for standard input');
  addCommonOptions(command)
    .addOption(
      new Option('--fail-on <severity>', 'exit with 3 for findings of this severity or worse')
        .choices(SEVERITIES)
        .default('error'),
    )
    .addHelpText(
      'after',
      examples(
        ['slotwright check clinic.yaml', 'the next 12 weeks'],
        ['slotwright check clinic.yaml --fail-on warning', 'in CI: exit with 3 unless all is well'],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'no findings of the severity of --fail-on or worse'],
        [1, 'the file cannot be read'],
        [3, 'the document is invalid or has such findings'],
        [64, 'wrong usage'],
      ),
    )
    .action(async (file: string, options: CheckOptions) => end(await check(file, options, io)));
}

async function check(file: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const computed = await compute(file, options, io);
  if (computed.isErr()) return await printFailure(io, computed.error);
  const result = computed.value;
  const exit = hasOpenFinding(result.findings, options.failOn) ? EXIT.findings : EXIT.success;
  if (options.format === 'json')
    return await printResult(io, jsonPieces(checkOutput(result)), exit);
  const lines = checkText(result, widthOf(io.stdout), io.stdout.style);
  return await printLines(io, lines, exit);
}
