import {
  createDocplannerClient,
  type DocplannerClient,
  type Ports,
  type Server,
} from '@slotwright/adapter';
import type { Result } from 'neverthrow';
import type { Failure } from '../exit.js';
import type { Io } from '../io.js';
import type { ServerOptions } from '../options/server.js';
import { version } from '../version.js';
import { readCredentials } from './credentials.js';
import { optionFailure } from './server.js';

/** A client of a server with the credentials that the options or the environment give. Nothing is sent yet. */
export async function openClient(
  server: Server,
  options: ServerOptions,
  ports: Ports,
  io: Io,
): Promise<Result<DocplannerClient, Failure>> {
  const credentials = await readCredentials(options.credentials, io);
  return await credentials.asyncAndThen((own) =>
    createDocplannerClient({
      server,
      ...own,
      ports,
      timeoutMs: options.timeout,
      userAgent: `slotwright/${version}`,
    }).mapErr(optionFailure),
  );
}
