import { EXIT, type ExitCode, type Failure, type Judged } from './exit.js';
import type { Io, WriteError } from './io.js';

/**
 * Writes a result to standard output piece by piece, each when the stream takes more. A reader that
 * went away has what it wanted: that is success, whatever the exit code would have been.
 */
export async function printResult(
  io: Io,
  pieces: Iterable<string>,
  exit: ExitCode,
): Promise<ExitCode> {
  for (const piece of pieces) {
    const written = await io.stdout.write(piece);
    if (written.isErr()) return await outputFailed(io, written.error);
  }
  return exit;
}

/** Lines of text, each ended. */
export function printLines(io: Io, lines: readonly string[], exit: ExitCode): Promise<ExitCode> {
  return printResult(io, [`${lines.map((line) => line.trimEnd()).join('\n')}\n`], exit);
}

/** Writes a failure to standard error. */
export async function printFailure(io: Io, { message, exit }: Failure): Promise<ExitCode> {
  const mistakes = message.split('\n').length;
  const text = mistakes === 1 ? message : `${mistakes} mistakes to correct\n${message}`;
  await printNote(io, `${io.stderr.style('red', 'error:')} ${text}`);
  return exit;
}

/** What is told of a finding. */
type ToldFinding = Judged & { readonly calendar: string; readonly message: string };

/** More than these say the same thing: the document needs a look. */
const MAX_NAMED = 10;

/** Names the findings that make a document unfit, where the result itself does not. */
export async function printErrorFindings(
  io: Io,
  { findings }: { readonly findings: readonly ToldFinding[] },
): Promise<void> {
  const errors = findings.filter(
    ({ severity, accepted }) => severity === 'error' && accepted === undefined,
  );
  const mark = io.stderr.style('red', 'error:');
  for (const { calendar, message } of errors.slice(0, MAX_NAMED)) {
    await printNote(io, `${mark} ${calendar}: ${message}`);
  }
  const left = errors.length - MAX_NAMED;
  if (left > 0) await printNote(io, `${mark} and ${left} more: see slotwright check`);
}

/** Writes a line for people to standard error; if nobody reads it, nobody misses it. */
export async function printNote(io: Pick<Io, 'stderr'>, line: string): Promise<void> {
  const written = await io.stderr.write(`${line}\n`);
  written.unwrapOr(undefined);
}

async function outputFailed(io: Io, error: WriteError): Promise<ExitCode> {
  switch (error.type) {
    case 'closed':
      return EXIT.success;
    case 'failed':
      return await printFailure(io, {
        exit: EXIT.failure,
        message: `the result could not be written: ${error.message}`,
      });
    default:
      return error satisfies never;
  }
}
