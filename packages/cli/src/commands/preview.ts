import { type Moment, previewOutput } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { compute, exitFor, load } from '../document/compute.js';
import { answers, type Question } from '../document/explanation.js';
import { EXIT, type ExitCode } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { addCommonOptions, type CommonOptions } from '../options/common.js';
import { moment } from '../options/values.js';
import { explanationOutput, explanationText } from '../render/explanation.js';
import { jsonPieces } from '../render/json.js';
import { previewText } from '../render/previewText.js';
import { printErrorFindings, printFailure, printLines, printResult } from '../result.js';
import { examples, exitCodes } from './help.js';

interface PreviewOptions extends CommonOptions {
  readonly starts?: true;
  readonly explain?: Moment;
  readonly service?: string;
}

/** `slotwright preview`: the slots that patients would see, and why others are not there. */
export function addPreview(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('preview')
    .summary('draw what patients could book, or explain one time')
    .description(
      'Draws each day as a line of time: the starts that patients could book, bookings and breaks. ' +
        'With --explain it says why one time can or cannot be booked.',
    )
    .argument('<file>', 'clinic document, YAML or JSON; - for standard input');
  addCommonOptions(command)
    .option('--starts', 'also list the starts of each service, below each day')
    .addOption(
      new Option(
        '--explain <time>',
        'why this time can or cannot be booked, local or with an offset',
      )
        .argParser(moment)
        .conflicts('starts'),
    )
    .option('--service <id>', 'with --explain: this address service (default: any)')
    .addHelpText(
      'after',
      examples(
        [
          'slotwright preview clinic.yaml --weeks 2 --calendar lopez-centro',
          'two weeks of one doctor',
        ],
        [
          'slotwright preview clinic.yaml --explain 2026-10-06T10:20 --service 12345',
          'why is 10:20 not offered?',
        ],
        [
          'slotwright preview clinic.yaml --format json > preview.json',
          'every start that is free, for a program of your own',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'success, whether or not the time of --explain is bookable'],
        [1, 'the file cannot be read'],
        [3, 'the document is invalid or has findings of severity error'],
        [64, 'wrong usage'],
      ),
    )
    .action(async (file: string, options: PreviewOptions) => {
      const { explain, service } = options;
      if (explain !== undefined) return end(await answer(file, { ...options, explain }, io));
      if (service !== undefined) command.error('error: --service needs --explain');
      return end(await preview(file, options, io));
    });
}

async function preview(file: string, options: PreviewOptions, io: Io): Promise<ExitCode> {
  const computed = await compute(file, options, io);
  if (computed.isErr()) return await printFailure(io, computed.error);
  const result = computed.value;
  const starts = options.starts === true ? 'listed' : 'drawn';
  const look = { width: widthOf(io.stdout), style: io.stdout.style, starts } as const;
  const exit =
    options.format === 'json'
      ? await printResult(io, jsonPieces(previewOutput(result)), exitFor(result))
      : await printLines(io, previewText(result, look), exitFor(result));
  if (exit === EXIT.findings) await printErrorFindings(io, result);
  return exit;
}

async function answer(file: string, question: Question, io: Io): Promise<ExitCode> {
  const document = await load(file, io);
  const answered = document.andThen((value) => answers(value, question, io.now()));
  if (answered.isErr()) return await printFailure(io, answered.error);
  if (question.format === 'json') {
    return await printResult(io, jsonPieces(explanationOutput(answered.value)), EXIT.success);
  }
  const lines = explanationText(answered.value, widthOf(io.stdout), io.stdout.style);
  return await printLines(io, lines, EXIT.success);
}
