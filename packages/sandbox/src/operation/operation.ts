import type { Json } from '../answers/json.js';
import type { Behaviour } from '../options/behaviour.js';
import type { SandboxState } from '../state/sandboxState.js';
import type { EpochMs } from '../time/zone.js';

/** One request to one operation, with everything that its answer depends on. */
export interface RequestContext {
  /** Settled: what has finished processing by `now` is in it. */
  readonly state: SandboxState;
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
  readonly state: SandboxState;
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A pure function of the context: the state afterwards and the answer. Throws a Refusal for a 4xx. */
export type Operation = (context: RequestContext) => Reply;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API base, with `:name` parameters. */
  readonly path: string;
  readonly operation: Operation;
}

export const ADDRESS_PATH = '/facilities/:facility/doctors/:doctor/addresses/:address';

export function ok(state: SandboxState, body: Json): Reply {
  return { state, status: 200, body };
}

export function noContent(state: SandboxState): Reply {
  return { state, status: 204 };
}

export function created(state: SandboxState, location: string, body: Json): Reply {
  return { state, status: 201, body, headers: { Location: location } };
}

export function items(list: readonly Json[]): Json {
  return { _items: list };
}
