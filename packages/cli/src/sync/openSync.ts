import {
  type Clock,
  createSync,
  jsonFolderStore,
  memoryStore,
  type Sync,
} from '@slotwright/adapter';
import type { Instant } from '@slotwright/engine';
import { err, type Result } from 'neverthrow';
import type { Failure } from '../exit.js';
import type { Io } from '../io.js';
import type { ServerOptions } from '../options/server.js';
import { openClient } from '../remote/client.js';
import { remotePorts } from '../remote/ports.js';
import { chosenServer } from '../remote/server.js';
import { serverInState } from '../remote/state.js';

/** A sync, and the server that it is with. */
export interface OpenedSync {
  readonly sync: Sync;
  /** The origin of the server. */
  readonly target: string;
  readonly clock: Clock;
}

/**
 * Chooses the server, reads the credentials, and names the state; a command that publishes nothing does
 * without one. Nothing is sent.
 */
export async function openSync(
  options: ServerOptions & { readonly state?: string; readonly now?: Instant },
  io: Io,
): Promise<Result<OpenedSync, Failure>> {
  const { state, now } = options;
  const chosen = chosenServer(
    options,
    state === undefined ? undefined : await serverInState(state),
  );
  if (chosen.isErr()) return err(chosen.error);
  const { server, target } = chosen.value;
  const ports = remotePorts(io, now);
  const client = await openClient(server, options, ports, io);
  const store = state === undefined ? memoryStore(target) : jsonFolderStore(state, target);
  return client.map((made) => ({
    sync: createSync({ client: made, store, ports }),
    target,
    clock: ports.clock,
  }));
}
