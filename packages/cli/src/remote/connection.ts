import type { DocplannerClient, Ports, Server } from '@slotwright/adapter';
import type { Instant } from '@slotwright/engine';
import { err, type Result } from 'neverthrow';
import type { Failure } from '../exit.js';
import type { Io } from '../io.js';
import type { ServerOptions } from '../options/server.js';
import { openClient } from './client.js';
import { remotePorts } from './ports.js';
import { chosenServer } from './server.js';
import { targetInState } from './state.js';

/** What a command needs to talk to Docplanner. */
export interface Connection {
  readonly server: Server;
  /** The origin of the server. */
  readonly target: string;
  readonly client: DocplannerClient;
  readonly ports: Ports;
}

/** Chooses the server, reads the credentials and makes the client. Nothing is sent. */
export async function connect(
  options: ServerOptions & { readonly state?: string; readonly now?: Instant },
  io: Io,
): Promise<Result<Connection, Failure>> {
  const { state, now } = options;
  const target = state === undefined ? undefined : await targetInState(state);
  const server = chosenServer(options, target);
  if (server.isErr()) return err(server.error);
  const ports = remotePorts(io, now);
  const client = await openClient(server.value.server, options, ports, io);
  return client.map((made) => ({ ...server.value, client: made, ports }));
}
