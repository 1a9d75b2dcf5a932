import type { Behaviour } from '../options/behaviour.js';
import type { Json } from '../state/json.js';
import type { World } from '../state/world.js';
import type { EpochMs } from '../time/zone.js';

/** One request to one operation, with everything that its answer depends on. */
export interface Call {
  /** Settled: what has finished processing by `now` is in it. */
  readonly world: World;
  readonly now: EpochMs;
  readonly behaviour: Behaviour;
  /** `{origin}/api/v3/integration`, for Location headers. */
  readonly baseUrl: string;
  /** Path of the request below the origin, for paging links. */
  readonly path: string;
  /** Decoded path parameter; empty when the route has none of this name. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly rawBody: string;
}

export interface Reply {
  readonly world: World;
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A pure function of the call: the state afterwards and the answer. Throws a Refusal for a 4xx. */
export type Operation = (call: Call) => Reply;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API base, with `:name` parameters. */
  readonly path: string;
  readonly operation: Operation;
}

export const ADDRESS_PATH = '/facilities/:facility/doctors/:doctor/addresses/:address';

export function ok(world: World, body: Json): Reply {
  return { world, status: 200, body };
}

export function noContent(world: World): Reply {
  return { world, status: 204 };
}

export function created(world: World, location: string, body: Json): Reply {
  return { world, status: 201, body, headers: { Location: location } };
}

export function items(list: readonly Json[]): Json {
  return { _items: list };
}
