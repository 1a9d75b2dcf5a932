import {
  describeClientError,
  type InvalidOptions,
  type Server,
  targetOf,
} from '@slotwright/adapter';
import { err, type Result } from 'neverthrow';
import { EXIT, type Failure, wrongUsage } from '../exit.js';
import type { ServerOptions } from '../options/server.js';

/** A server, and its origin as states name it. */
export interface ChosenServer {
  readonly server: Server;
  readonly target: string;
}

/**
 * The server that the options name, else the one that the state is about: it has been named before, when the
 * state was made.
 */
export function chosenServer(
  { baseUrl, domain }: ServerOptions,
  stateTarget: string | undefined,
): Result<ChosenServer, Failure> {
  const server = named(baseUrl, domain, stateTarget);
  if (server === undefined) {
    return err(
      wrongUsage(
        'which Docplanner? Give --domain, such as doctoralia.es, or --base-url of a sandbox',
      ),
    );
  }
  return targetOf(server)
    .map((target) => ({ server, target }))
    .mapErr(optionFailure);
}

function named(
  baseUrl: string | undefined,
  domain: string | undefined,
  stateTarget: string | undefined,
): Server | undefined {
  if (baseUrl !== undefined) return { baseUrl };
  if (domain !== undefined) return { domain };
  return stateTarget === undefined ? undefined : { baseUrl: stateTarget };
}

const FLAGS: Readonly<Record<string, string>> = { baseUrl: '--base-url', domain: '--domain' };

/** The client refuses an option: wrong usage where the command line gave it. */
export function optionFailure(error: InvalidOptions): Failure {
  const flag = FLAGS[error.option];
  if (flag !== undefined) return wrongUsage(`${flag}: expected ${error.expected}`);
  return { exit: EXIT.failure, message: describeClientError(error) };
}
