import * as z from 'zod';
import { pathMatches } from './pathPattern.js';

const Outcome = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('status'),
    status: z.int().min(200).max(599),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string().optional(),
  }),
  z.object({ type: z.literal('drop') }),
  z.object({ type: z.literal('truncate'), bytes: z.int().min(0).optional() }),
]);

/** The form of a fault on the control interface. */
export const FaultSchema = z.object({
  method: z.string().optional(),
  path: z.string().optional(),
  count: z.int().min(1).optional(),
  delayMs: z.number().min(0).max(600_000).optional(),
  when: z.enum(['before', 'after']).optional(),
  outcome: Outcome.optional(),
});

/** Something that goes wrong with the next matching requests. */
export interface Fault {
  /** Which requests; left out: of any method. */
  readonly method?: string | undefined;
  /**
   * Which requests: compared with the whole path as it was sent, without its query; `*` stands for any characters.
   * Left out: any path.
   */
  readonly path?: string | undefined;
  /** How many requests it hits, default 1. */
  readonly count?: number | undefined;
  /** Real milliseconds to wait before the request is looked at. */
  readonly delayMs?: number | undefined;
  /**
   * Whether a `status` or `drop` prevents the request's effect (`before`, the default) or hides one that took place
   * (`after`). `truncate` is always after.
   */
  readonly when?: 'before' | 'after' | undefined;
  /** Left out: only the delay. */
  readonly outcome?: FaultOutcome | undefined;
}

/**
 * What becomes of a request that a fault hits: another answer in place of the real one, a connection that is dropped,
 * or an answer whose body breaks off after so many bytes (default half).
 */
export type FaultOutcome =
  | {
      readonly type: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly body?: string | undefined;
    }
  | { readonly type: 'drop' }
  | { readonly type: 'truncate'; readonly bytes?: number | undefined };

/** Whether a fault is meant for a request. */
export function faultMatches(fault: Fault, method: string, path: string): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === method) &&
    (fault.path === undefined || pathMatches(fault.path, path))
  );
}
