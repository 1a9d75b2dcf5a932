import type { Json } from '../answers/json.js';
import type { EpochMs } from '../time/zone.js';

/** One request that the sandbox has answered. Headers are never kept. */
export interface LoggedRequest {
  /** The sandbox's clock when the request came in. */
  readonly at: EpochMs;
  /** In capitals. */
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
  /** Bytes of the body as it was sent, logged or not. */
  readonly bodyBytes: number;
}

export interface RequestLog {
  add(entry: LoggedRequest): void;
  entries(): readonly LoggedRequest[];
  clear(): void;
}

/** Bytes of bodies that a log keeps; the oldest requests go first. */
const MAX_LOGGED_BODY_BYTES = 4 * 1024 * 1024;

function keptBytes(entry: LoggedRequest | undefined): number {
  return entry === undefined || entry.body === null ? 0 : entry.bodyBytes;
}

/** Keeps the last `size` requests, fewer when their bodies are large. */
export function createRequestLog(size: number): RequestLog {
  let kept: LoggedRequest[] = [];
  let bytes = 0;
  return {
    add(entry) {
      kept.push(entry);
      bytes += keptBytes(entry);
      while (kept.length > size || bytes > MAX_LOGGED_BODY_BYTES) bytes -= keptBytes(kept.shift());
    },
    entries: () => [...kept],
    clear() {
      kept = [];
      bytes = 0;
    },
  };
}
