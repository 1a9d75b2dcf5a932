import { z } from 'zod';

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

/**
 * Something that goes wrong with the next matching requests.
 *
 * - `method`, `path`: which requests; `*` in a path stands for any characters, the path is compared as it was
 *   sent, without its query. Left out: any.
 * - `count`: how many requests it hits, default 1.
 * - `delayMs`: real milliseconds to wait before the request is looked at.
 * - `outcome`: an answer in place of the real one, a connection that is dropped, or an answer whose body breaks
 *   off after `bytes` (default half). Left out: only the delay.
 * - `when`: whether a `status` or `drop` hides an effect that took place (`after`) or prevents it (`before`, the
 *   default). `truncate` is always after.
 */
export interface Fault {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly count?: number | undefined;
  readonly delayMs?: number | undefined;
  readonly when?: 'before' | 'after' | undefined;
  readonly outcome?: FaultOutcome | undefined;
}

/** What becomes of a request that a fault hits. */
export type FaultOutcome =
  | {
      readonly type: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly body?: string | undefined;
    }
  | { readonly type: 'drop' }
  | { readonly type: 'truncate'; readonly bytes?: number | undefined };

/** `/api/*\/slots` as a test of whole paths. */
function pathMatches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}

export function faultMatches(fault: Fault, method: string, path: string): boolean {
  return (
    (fault.method === undefined || fault.method.toUpperCase() === method) &&
    (fault.path === undefined || pathMatches(fault.path, path))
  );
}
