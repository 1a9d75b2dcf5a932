import type { Json } from '../state/world.js';
import type { EpochMs } from '../time/zone.js';

/** One request that the sandbox has answered. Headers are never kept. */
export interface LoggedRequest {
  /** The sandbox's clock when the request came in. */
  readonly at: EpochMs;
  readonly method: string;
  /** As it was sent. */
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
  /** Null when the connection was dropped by a fault. */
  readonly status: number | null;
  /** Real milliseconds until the answer. */
  readonly durationMs: number;
  /** The JSON body with patients blanked out; null for none, for other types, and above 64 KiB. */
  readonly body: Json;
  readonly bodyBytes: number;
}

export interface RequestLog {
  add(entry: LoggedRequest): void;
  entries(): readonly LoggedRequest[];
  clear(): void;
}

/** Keeps the last `size` requests. */
export function createRequestLog(size: number): RequestLog {
  let kept: LoggedRequest[] = [];
  return {
    add(entry) {
      kept.push(entry);
      if (kept.length > size * 2) kept = kept.slice(-size);
    },
    entries: () => (size === 0 ? [] : kept.slice(-size)),
    clear() {
      kept = [];
    },
  };
}
