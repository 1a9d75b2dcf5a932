import { Command, CommanderError } from 'commander';
import { commandsFor } from './commands/commands.js';
import { examples, exitCodes } from './commands/help.js';
import { EXIT, type ExitCode } from './exit.js';
import { type Io, widthOf } from './io.js';
import { printFailure, printNote, printResult } from './result.js';
import { version } from './version.js';

/**
 * Runs a command line, such as `['plan', 'clinic.yaml']`, and resolves to its exit code once everything
 * is written. It never rejects and never ends the process.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const said = { out: '', err: '' };
  let exit: ExitCode = EXIT.success;
  const end = (code: ExitCode): void => {
    exit = code;
  };
  const program = programFor(io, said);
  try {
    for (const add of await commandsFor(argv)) add(program, io, end);
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return await printUsage(io, said, error.exitCode);
    return await printDefect(io, error);
  }
}

function programFor(io: Io, said: { out: string; err: string }): Command {
  return new Command('slotwright')
    .description(
      'See what Docplanner would show from a clinic document: work periods, slots and what to correct, ' +
        'before anything is sent; then send it, and see whether it stays so. A clinic document is a YAML or ' +
        'JSON file with calendars, services, hours, breaks and bookings: "slotwright schema" describes it, and ' +
        'the folder "examples" of the project has some.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run it with --help for what it takes.')
    .configureOutput({
      // commander writes at once; what it says is kept until the stream can take it.
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: (text) => {
        said.err += text;
      },
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText(
      'after',
      examples(
        ['slotwright check clinic.yaml', 'start here: is the document right?'],
        ['slotwright plan clinic.yaml', 'what would be sent'],
        ['slotwright preview clinic.yaml --weeks 2', 'what patients would see'],
        [
          'slotwright sandbox --seed clinic.yaml --port 8080',
          'a Docplanner to try it on; leave it running, and go on in another terminal',
        ],
        [
          'export SLOTWRIGHT_CLIENT_ID=sandbox SLOTWRIGHT_CLIENT_SECRET=sandbox-secret',
          'what the sandbox takes',
        ],
        [
          'slotwright apply clinic.yaml --state .slotwright --base-url http://127.0.0.1:8080',
          'send it, after it was shown and confirmed',
        ],
        ['slotwright drift clinic.yaml --state .slotwright', 'is Docplanner still as it was sent?'],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'success'],
        [1, 'failure, such as a file that cannot be read'],
        [2, 'there is something to write (only with plan --detailed-exitcode), or drift'],
        [3, 'the document is invalid or has findings of severity error'],
        [4, 'apply or pull has left something: run it again to go on'],
        [5, 'the plan is stale'],
        [6, 'the plan takes too much from patients to be sent unasked'],
        [64, 'wrong usage'],
        [130, 'interrupted'],
      ),
    );
}

/** Help and version are results; anything else that commander says is a mistake in the command line. */
async function printUsage(
  io: Io,
  said: { readonly out: string; readonly err: string },
  exitCode: number,
): Promise<ExitCode> {
  if (exitCode === 0) return await printResult(io, [said.out], EXIT.success);
  await printNote(io, said.err.trimEnd());
  return EXIT.usage;
}

/** What nobody foresaw: one line, and the stack only for those who look for it. */
async function printDefect(io: Io, error: unknown): Promise<ExitCode> {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  if (io.env.SLOTWRIGHT_DEBUG === '1' && error instanceof Error) {
    await printNote(io, error.stack ?? error.message);
  }
  return await printFailure(io, {
    exit: EXIT.failure,
    message: `unexpected: ${first} (SLOTWRIGHT_DEBUG=1 shows where)`,
  });
}
