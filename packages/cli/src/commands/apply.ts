import type { Command } from 'commander';
import type { ExitCode } from '../exit.js';
import type { Io } from '../io.js';
import { type ApplyCommandOptions, addApplyOptions } from '../options/apply.js';
import { carryOut } from '../sync/carryOut.js';
import { examples, exitCodes } from './help.js';

/** `slotwright apply`: makes Docplanner's calendars equal to the document. */
export function addApply(program: Command, io: Io, end: (exit: ExitCode) => void): void {
  const command = program
    .command('apply')
    .summary('send what has changed to Docplanner')
    .description(
      'Reads what Docplanner shows, plans what is missing, and sends it after it was shown and confirmed; then ' +
        'reads back what patients see. Every step is recorded in the state at once: whatever happens, ' +
        'run it again and it goes on where it stopped.',
    )
    .argument('<file>', 'clinic document, or a plan that plan --out has written');
  addApplyOptions(command)
    .addHelpText(
      'after',
      examples(
        [
          'slotwright sandbox --seed clinic.yaml --port 8080',
          'try it first on a Docplanner of your own; leave it running',
        ],
        [
          'export SLOTWRIGHT_CLIENT_ID=sandbox SLOTWRIGHT_CLIENT_SECRET=sandbox-secret',
          'in another terminal: what the sandbox takes',
        ],
        [
          'slotwright apply clinic.yaml --state sandbox.json --base-url http://127.0.0.1:8080',
          'shows what has changed, asks, sends it',
        ],
        ['slotwright plan clinic.yaml --state .slotwright --out plan.json', 'look today,'],
        [
          'slotwright apply plan.json --state .slotwright --yes --domain doctoralia.es',
          'and send exactly that tomorrow, unless it is stale',
        ],
      ),
    )
    .addHelpText(
      'after',
      exitCodes(
        [0, 'Docplanner shows what the document says'],
        [1, 'failure before anything was sent: no network, wrong credentials, not confirmed'],
        [3, 'the document is invalid or has findings of severity error'],
        [4, 'something is left: run it again to go on'],
        [5, 'the plan is stale: make it again'],
        [6, 'the plan takes too much from patients, and nobody has said that it may'],
        [64, 'wrong usage'],
        [130, 'interrupted; the state is safe, run it again to go on'],
      ),
    )
    .action(async (file: string, options: ApplyCommandOptions) =>
      end(await carryOut(file, options, io)),
    );
}
