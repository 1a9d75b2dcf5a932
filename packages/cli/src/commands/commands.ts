import type { Command } from 'commander';
import type { ExitCode } from '../exit.js';
import type { Io } from '../io.js';

/** A command, added to the program; it says how it ended. */
type AddCommand = (program: Command, io: Io, end: (exit: ExitCode) => void) => void;

const offline = () => import('./offline.js');
const online = () => import('./online.js');

/** Every command, in the order of the help; each is loaded when it is used, which most of a start would go to. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['plan', async () => (await offline()).addPlan],
  ['preview', async () => (await offline()).addPreview],
  ['check', async () => (await offline()).addCheck],
  ['apply', async () => (await online()).addApply],
  ['drift', async () => (await online()).addDrift],
  ['pull', async () => (await online()).addPull],
  ['import', async () => (await online()).addImport],
  ['schema', async () => (await offline()).addSchema],
  ['sandbox', async () => (await import('./sandbox.js')).addSandbox],
]);

/** The command that a command line starts with; none to print the version; all for anything else, such as help. */
export async function commandsFor([first = '']: readonly string[]): Promise<readonly AddCommand[]> {
  if (first === '-V' || first === '--version') return [];
  const named = COMMANDS.get(first);
  const wanted = named === undefined ? [...COMMANDS.values()] : [named];
  return await Promise.all(wanted.map((load) => load()));
}
