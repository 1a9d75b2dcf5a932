import type { Instant } from '@slotwright/engine';
import type { LoggedRequest, Profile, Sandbox, SandboxSeed } from '@slotwright/sandbox';
import { type Command, Option } from 'commander';
import { ok, type Result, ResultAsync } from 'neverthrow';
import { load } from '../document/compute.js';
import { EXIT, type ExitCode, type Failure } from '../exit.js';
import type { Io } from '../io.js';
import { instant, port } from '../options/values.js';
import { jsonPieces } from '../render/json.js';
import { sandboxOutput, sandboxText } from '../render/sandboxText.js';
import { printFailure, printLines, printNote, printResult } from '../result.js';
import { sandboxSeed } from '../sandbox/seed.js';
import { examples, exitCodes } from './help.js';

interface SandboxOptions {
  readonly port: number;
  readonly host: string;
  readonly seed?: string;
  readonly allowedHost?: readonly string[];
  readonly profile: Profile;
  readonly emptyQueue: '404' | '200';
  readonly log?: boolean;
  readonly now?: Instant;
  readonly format: 'text' | 'json';
}

/** `slotwright sandbox`: a Docplanner on this machine, until it is interrupted. */
export function addSandbox(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  program
    .command('sandbox')
    .summary('run a Docplanner on this machine to develop and test against')
    .description(
      "Serves the calendar part of Docplanner's API on this machine until it is interrupted (Ctrl-C). " +
        'Nothing in it is real and nothing of it is kept.',
    )
    .addOption(new Option('--port <n>', 'port to listen on, 0 for any').argParser(port).default(0))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--allowed-host <name...>',
      'further names by which it may be called, not only localhost',
    )
    .option('--seed <file>', 'clinic document whose doctors, addresses and services it has')
    .addOption(
      new Option('--profile <profile>', 'how to read what the API leaves open')
        .choices(['strict', 'lenient'])
        .default('strict'),
    )
    .addOption(
      new Option(
        '--empty-queue <status>',
        'what pulling many notifications gets when there are none',
      )
        .choices(['404', '200'])
        .default('404'),
    )
    .addOption(
      new Option(
        '--now <instant>',
        'what its clock shows at first, with an offset (default: the time)',
      ).argParser(instant),
    )
    .option('--log', 'print each request on standard error')
    .addOption(
      new Option('--format <format>', 'how to print its URL and ids')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      examples(
        ['slotwright sandbox --port 8080', 'a small clinic of its own, at http://127.0.0.1:8080'],
        [
          'slotwright sandbox --seed clinic.yaml --log',
          'yours, at any port, and see each request that comes in',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'interrupted, as it should be'],
        [1, 'the port cannot be had, or the file cannot be read'],
        [3, 'the document is invalid'],
        [64, 'wrong usage'],
      ),
    )
    .action(async (options: SandboxOptions) => end(await serve(options, io)));
}

async function serve(options: SandboxOptions, io: Io): Promise<ExitCode> {
  const signal = io.interruption();
  const started = await start(options, io);
  if (started.isErr()) return await printFailure(io, started.error);
  const sandbox = started.value;
  const printed =
    options.format === 'json'
      ? await printResult(io, jsonPieces(sandboxOutput(sandbox)), EXIT.success)
      : await printLines(io, sandboxText(sandbox, options.profile), EXIT.success);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await sandbox.close();
  return printed;
}

async function start(options: SandboxOptions, io: Io): Promise<Result<Sandbox, Failure>> {
  const seed = await chosenSeed(options.seed, io);
  const { startSandbox } = await import('@slotwright/sandbox');
  const log = (request: LoggedRequest): void => void printNote(io, logLine(request));
  return await seed.asyncAndThen((own) =>
    ResultAsync.fromPromise(
      startSandbox({
        host: options.host,
        port: options.port,
        allowedHosts: options.allowedHost ?? [],
        profile: options.profile,
        behaviour: { emptyQueue: options.emptyQueue === '200' ? 'empty-list' : 'not-found' },
        ...(own === undefined ? {} : { seed: own }),
        now: clockFrom(options.now, io),
        ...(options.log === true ? { onRequest: log } : {}),
      }),
      (cause): Failure => ({
        exit: EXIT.failure,
        message: `the sandbox could not start: ${cause instanceof Error ? cause.message : cause}`,
      }),
    ),
  );
}

const MS_PER_MINUTE = 60_000;

/** A clock that starts at a time and goes on from there. */
function clockFrom(start: Instant | undefined, { now }: Io): () => number {
  const shift = start === undefined ? 0 : start * MS_PER_MINUTE - now();
  return () => now() + shift;
}

async function chosenSeed(
  file: string | undefined,
  io: Io,
): Promise<Result<SandboxSeed | undefined, Failure>> {
  return file === undefined ? ok(undefined) : (await load(file, io)).map(sandboxSeed);
}

function logLine({ at, method, path, query, status, durationMs }: LoggedRequest): string {
  const target = query === '' ? path : `${path}?${query}`;
  const time = new Date(at).toISOString().slice(11, 19);
  return `${time} ${status ?? 'dropped'} ${method} ${target} ${durationMs.toFixed(0)} ms`;
}
