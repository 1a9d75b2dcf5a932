import type { ClientError, PullReport } from '@slotwright/adapter';
import type { ClinicDocument, Instant } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { err, type Result } from 'neverthrow';
import { EXIT, type ExitCode, type Failure, wrongUsage } from '../exit.js';
import { earlierBookings } from '../files/bookingsFile.js';
import { saveJson } from '../files/saveJson.js';
import { bookingsPath } from '../input/bookingsFrom.js';
import { inputFailure } from '../input/inputError.js';
import { documentIn, readInput } from '../input/readDocument.js';
import { type Io, widthOf } from '../io.js';
import { addServerOptions, type ServerOptions } from '../options/server.js';
import { instant } from '../options/values.js';
import { callFailure } from '../remote/failure.js';
import { jsonPieces } from '../render/json.js';
import { pullOutput, pullText } from '../render/pullText.js';
import { printFailure, printLines, printResult } from '../result.js';
import { openSync } from '../sync/openSync.js';
import { examples, exitCodes } from './help.js';

interface PullOptions extends ServerOptions {
  readonly bookings?: string;
  readonly state?: string;
  readonly now?: Instant;
  readonly format: 'text' | 'json';
}

/** `slotwright pull`: bookings that patients made at Docplanner, as a file that a document includes. */
export function addPull(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('pull')
    .summary('write the bookings that Docplanner has to a file')
    .description(
      "Brings a file of bookings up to date with Docplanner's: ids, times and services, nothing about " +
        'patients. A clinic document includes it with "bookingsFrom: bookings.json". Notifications are taken ' +
        "off the client's queue, so pull with all calendars of the client in one document.",
    )
    .argument('<file>', 'clinic document, YAML or JSON; - for standard input');
  addServerOptions(command)
    .option('--bookings <file>', 'where to write them (default: what bookingsFrom names)')
    .option('--state <folder>', 'the state of apply; it says which server, if no option does')
    .addOption(
      new Option(
        '--now <instant>',
        'what time it is, with an offset (default: the clock)',
      ).argParser(instant),
    )
    .addOption(
      new Option('--format <format>', 'for people or for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      examples(
        [
          'slotwright pull clinic.yaml --bookings bookings.json --domain doctoralia.es',
          'then write bookingsFrom: bookings.json into clinic.yaml',
        ],
        [
          'slotwright pull clinic.yaml --bookings bookings.json --state .slotwright',
          'again, from the server that apply has sent it to',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'the file is up to date'],
        [1, 'failure, such as no network or a file that cannot be written'],
        [3, 'the document is invalid'],
        [4, 'something is left, such as a calendar that cannot be read: run it again'],
        [64, 'wrong usage'],
        [130, 'interrupted; the file is safe, run it again'],
      ),
    )
    .action(async (file: string, options: PullOptions) => end(await pull(file, options, io)));
}

/** The calendars to pull, and where their bookings go. */
interface Wanted {
  readonly document: ClinicDocument;
  readonly path: string;
}

async function pull(file: string, options: PullOptions, io: Io): Promise<ExitCode> {
  const signal = io.interruption();
  const wanted = await read(file, options, io);
  if (wanted.isErr()) return await printFailure(io, wanted.error);
  const { document, path } = wanted.value;
  const earlier = await earlierBookings(path);
  if (earlier.isErr()) return await printFailure(io, earlier.error);
  const opened = await openSync(options, io);
  if (opened.isErr()) return await printFailure(io, opened.error);
  const pulled = await opened.value.sync.pull<Failure>(document, {
    previous: earlier.value,
    save: (bookings) => saveJson(path, bookings),
    signal,
  });
  if (pulled.isErr()) return await printFailure(io, failureOf(pulled.error));
  const report = pulled.value;
  const exit = isComplete(report) ? EXIT.success : EXIT.partial;
  return options.format === 'json'
    ? await printResult(io, jsonPieces(pullOutput(report, path)), exit)
    : await printLines(io, pullText(report, document.calendars, path, widthOf(io.stdout)), exit);
}

/** The document without the bookings of a file, which there may not be yet. */
async function read(
  file: string,
  { bookings }: PullOptions,
  { stdin }: Io,
): Promise<Result<Wanted, Failure>> {
  const input = await readInput({ file, stdin }).mapErr(inputFailure);
  if (input.isErr()) return err(input.error);
  const named = bookingsPath(input.value).mapErr((problem) => inputFailure({ ...problem, file }));
  if (named.isErr()) return err(named.error);
  const path = bookings ?? named.value;
  if (path === undefined) {
    return err(wrongUsage('where to? Give --bookings, or write bookingsFrom into the document'));
  }
  const document = await documentIn(input.value, 'own').mapErr(inputFailure);
  return document.map((own) => ({ document: own, path }));
}

function failureOf(error: ClientError | Failure): Failure {
  return 'exit' in error ? error : callFailure(error);
}

function isComplete({ unread, remaining }: PullReport): boolean {
  return unread.length === 0 && remaining === 0;
}
