import { type Clock, createSync, type Sync } from '@slotwright/adapter';
import type { Instant } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import type { Failure } from '../exit.js';
import type { Io } from '../io.js';
import type { ServerOptions } from '../options/server.js';
import { connect } from '../remote/connection.js';
import { stateStore } from '../remote/state.js';

/** A sync, and the server that it is with. */
export interface OpenedSync {
  readonly sync: Sync;
  /** The origin of the server. */
  readonly target: string;
  readonly clock: Clock;
}

/** Chooses the server, reads the credentials, and names the state. Nothing is sent. */
export async function openSync(
  options: ServerOptions & { readonly state: string; readonly now?: Instant },
  io: Io,
): Promise<Result<OpenedSync, Failure>> {
  const connected = await connect(options, io);
  if (connected.isErr()) return err(connected.error);
  const { client, ports, server, target } = connected.value;
  return stateStore(options.state, server).andThen((store) =>
    ok({ sync: createSync({ client, store, ports }), target, clock: ports.clock }),
  );
}
