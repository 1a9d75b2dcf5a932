import { processIo } from './processIo.js';
import { run } from './program.js';

/** Runs the command line of this process to its end. */
export async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processIo());
}
