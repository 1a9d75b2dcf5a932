import type { DriftReport } from '@slotwright/adapter';
import type { Command } from 'commander';
import { compute } from '../document/compute.js';
import { EXIT, type ExitCode } from '../exit.js';
import { type Io, widthOf } from '../io.js';
import { addCommonOptions, type CommonOptions } from '../options/common.js';
import { addServerOptions, type ServerOptions } from '../options/server.js';
import { callFailure } from '../remote/failure.js';
import { driftText } from '../render/driftText.js';
import { jsonPieces } from '../render/json.js';
import { printFailure, printLines, printResult } from '../result.js';
import { openSync } from '../sync/openSync.js';
import { examples, exitCodes } from './help.js';

interface DriftOptions extends CommonOptions, ServerOptions {
  readonly state?: string;
}

/** `slotwright drift`: what Docplanner has that the document does not say, and the other way round. */
export function addDrift(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('drift')
    .summary('compare Docplanner with the document')
    .description(
      'Reads slots, breaks and bookings back from Docplanner and compares them with the document: slots ' +
        'that are missing or too many, breaks and bookings that only one side has. Nothing is changed.',
    )
    .argument('<file>', 'clinic document, YAML or JSON; - for standard input');
  addServerOptions(addCommonOptions(command))
    .option('--state <folder>', 'the state of apply; it says which server, if no option does')
    .addHelpText(
      'after',
      examples(
        [
          'slotwright drift clinic.yaml --state .slotwright',
          'the server that apply has sent it to',
        ],
        ['slotwright drift clinic.yaml --domain doctoralia.es --weeks 2', 'the next two weeks'],
        [
          'slotwright drift clinic.yaml --state .slotwright --format json > drift.json',
          'for a program of your own',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'Docplanner shows what the document says'],
        [1, 'failure, such as no network or a calendar that cannot be read'],
        [2, 'there is drift'],
        [3, 'the document is invalid'],
        [64, 'wrong usage'],
      ),
    )
    .action(async (file: string, options: DriftOptions) => end(await drift(file, options, io)));
}

async function drift(file: string, options: DriftOptions, io: Io): Promise<ExitCode> {
  const signal = io.interruption();
  const computed = await compute(file, options, io);
  if (computed.isErr()) return await printFailure(io, computed.error);
  const opened = await openSync(options, io);
  if (opened.isErr()) return await printFailure(io, opened.error);
  const { horizon, now } = computed.value;
  const read = await opened.value.sync.drift(computed.value, { horizon, now, signal });
  if (read.isErr()) return await printFailure(io, callFailure(read.error));
  const report = read.value;
  const exit = exitOf(report);
  if (options.format === 'json') return await printResult(io, jsonPieces(report), exit);
  const lines = driftText(report, computed.value.calendars, widthOf(io.stdout), io.stdout.style);
  return await printLines(io, lines, exit);
}

/** A calendar of which nothing is known weighs more than one that has drifted. */
function exitOf({ calendars, drift: drifted }: DriftReport): ExitCode {
  if (calendars.some(({ error }) => error !== undefined)) return EXIT.failure;
  return drifted ? EXIT.changes : EXIT.success;
}
