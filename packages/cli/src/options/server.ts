import { type Command, Option } from 'commander';
import { seconds } from './values.js';

/** Which Docplanner a command talks to, and as whom; absent where the user left it out. */
export interface ServerOptions {
  readonly baseUrl?: string;
  readonly domain?: string;
  readonly credentials?: string;
  /** Milliseconds. */
  readonly timeout: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Adds the options of commands that talk to Docplanner. There is none for the secret itself. */
export function addServerOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--domain <domain>', 'a marketplace, such as doctoralia.es').conflicts('baseUrl'),
    )
    .option('--base-url <url>', "a server's URL, such as a sandbox's: http://127.0.0.1:8080")
    .option(
      '--credentials <file>',
      'client id and secret, JSON or two lines, mode 0600 (default: SLOTWRIGHT_CLIENT_ID and ' +
        'SLOTWRIGHT_CLIENT_SECRET in the environment)',
    )
    .addOption(
      new Option('--timeout <seconds>', 'longest that one answer of Docplanner may take')
        .argParser(seconds)
        .default(DEFAULT_TIMEOUT_MS, '30'),
    );
}
