import { dirname, relative, resolve, sep } from 'node:path';
import { describeImportError, type ImportError, type ImportedClinic } from '@slotwright/adapter';
import type { Instant } from '@slotwright/engine';
import { type Command, Option } from 'commander';
import { ok, type Result } from 'neverthrow';
import { EXIT, type ExitCode, type Failure, wrongUsage } from '../exit.js';
import { checkFree, newFile } from '../files/newFile.js';
import { saveJson } from '../files/saveJson.js';
import { type Io, widthOf } from '../io.js';
import { chosenNow, localDate } from '../options/horizon.js';
import { chosenZone } from '../options/marketplace.js';
import { addServerOptions, type ServerOptions } from '../options/server.js';
import { collectText, importWeeks, instant } from '../options/values.js';
import { callFailure } from '../remote/failure.js';
import { importedYaml } from '../render/importedYaml.js';
import { importDisplay, importText } from '../render/importText.js';
import { ruleWords } from '../render/ruleWords.js';
import { printFailure, printLines } from '../result.js';
import { openSync } from '../sync/openSync.js';
import { examples, exitCodes } from './help.js';

interface Options extends ServerOptions {
  readonly out?: string;
  readonly bookings?: string;
  readonly facility?: readonly string[];
  readonly weeks?: number;
  readonly timezone?: string;
  readonly now?: Instant;
}

/** `slotwright import`: what Docplanner shows, as a document to begin with. */
export function addImport(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('import')
    .summary('make a document of what Docplanner shows')
    .description(
      'Reads what Docplanner shows of all calendars, and writes a clinic document that shows the same: schedules ' +
        'with weekly rules, overrides for dates that differ, closures, and the breaks that are there. What cannot ' +
        'be known is said in comments. Nothing is sent, and no file is written over.',
    );
  addServerOptions(command)
    .option('--out <file>', 'where to write the document (default: standard output)')
    .option('--bookings <file>', 'where to write the bookings, which the document then includes')
    .addOption(
      new Option('--facility <id>', 'only this facility; may be given more than once').argParser(
        collectText,
      ),
    )
    .addOption(
      new Option('--weeks <n>', 'weeks to read from today on, 1 to 12 (default: 12)').argParser(
        importWeeks,
      ),
    )
    .option('--timezone <zone>', "of the document (default: the marketplace's)")
    .addOption(
      new Option(
        '--now <instant>',
        'what time it is, with an offset (default: the clock)',
      ).argParser(instant),
    )
    .addHelpText(
      'after',
      examples(
        [
          'slotwright import --domain doctoralia.es --timezone Europe/Madrid --out imported.yaml --bookings bookings.json',
          'then read it, and see whether it says what you mean: slotwright check imported.yaml',
        ],
        [
          'slotwright import --domain doctoralia.es --timezone Europe/Madrid --facility 111 --weeks 4',
          'one facility, to look at',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'written'],
        [1, 'failure, such as no network, nothing to import, or a file that is there already'],
        [4, 'written, but some address could not be read'],
        [64, 'wrong usage'],
        [130, 'interrupted; nothing was written'],
      ),
    )
    .action(async (options: Options) => end(await runImport(options, io)));
}

async function runImport(options: Options, io: Io): Promise<ExitCode> {
  const signal = io.interruption();
  const { out, bookings, weeks, facility } = options;
  const zone = chosenZone(options);
  if (zone.isErr()) return await printFailure(io, zone.error);
  for (const file of [out, bookings]) {
    const free = file === undefined ? ok(undefined) : await checkFree(file);
    if (free.isErr()) return await printFailure(io, free.error);
  }
  const opened = await openSync(options, io);
  if (opened.isErr()) return await printFailure(io, opened.error);
  const { sync, target, clock } = opened.value;
  const now = chosenNow({ format: 'text' }, clock.now());
  if (now.isErr()) return await printFailure(io, now.error);
  const display = importDisplay(io);
  const imported = await sync.import({
    timezone: zone.value,
    ...(weeks === undefined ? {} : { weeks }),
    ...(facility === undefined ? {} : { facilities: facility }),
    signal,
    onProgress: display.onProgress,
    onWait: display.onWait,
  });
  await display.end();
  if (imported.isErr()) return await printFailure(io, failureOf(imported.error));
  const clinic = imported.value;
  if (clinic.calendars.length === 0) return await printFailure(io, nothingFailure(clinic));
  const bookingsFrom = bookings === undefined ? undefined : pathFrom(out, bookings);
  const date = localDate(zone.value, now.value);
  const lines = importedYaml(clinic, { target, date, bookingsFrom }, await ruleWords());
  const exit = clinic.skipped.some(({ error }) => error !== undefined)
    ? EXIT.partial
    : EXIT.success;
  if (out === undefined && bookings === undefined) return await printLines(io, lines, exit);
  const written = await write(clinic, lines, options);
  if (written.isErr()) return await printFailure(io, written.error);
  return out === undefined
    ? await printLines(io, lines, exit)
    : await printLines(io, importText(clinic, { out, bookings }, widthOf(io.stdout)), exit);
}

/** The bookings first: a document that names a file that is not there is worse than a file too many. */
async function write(
  clinic: ImportedClinic,
  lines: readonly string[],
  { out, bookings }: Options,
): Promise<Result<void, Failure>> {
  if (bookings !== undefined) {
    const saved = await saveJson(bookings, clinic.bookings);
    if (saved.isErr()) return saved;
  }
  return out === undefined ? ok(undefined) : await newFile(out, `${lines.join('\n')}\n`);
}

/** The bookings file as the document names it: from where the document is. */
function pathFrom(out: string | undefined, bookings: string): string {
  const folder = out === undefined ? '.' : dirname(out);
  return relative(resolve(folder), resolve(bookings)).split(sep).join('/');
}

function failureOf(error: ImportError): Failure {
  return error.type === 'call-failed'
    ? callFailure(error.error)
    : wrongUsage(describeImportError(error));
}

function nothingFailure({ skipped }: ImportedClinic): Failure {
  const reasons =
    skipped.length === 0
      ? 'no address was found'
      : `${skipped.length} addresses cannot be imported`;
  return { exit: EXIT.failure, message: `nothing to import: ${reasons}` };
}
