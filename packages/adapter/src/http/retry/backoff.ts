/** How long to wait before a call is repeated. */
export interface Backoff {
  /** Upper bound of the first wait, in milliseconds; it doubles with every failure. */
  readonly firstMs: number;
  /** No upper bound grows beyond this. */
  readonly capMs: number;
}

export const BACKOFF: Backoff = { firstMs: 1_000, capMs: 20_000 };

/** Full jitter: anything from nothing to the bound after so many failures (1 is the first), in milliseconds. */
export function fullJitter({ firstMs, capMs }: Backoff, failures: number, random: number): number {
  return Math.floor(random * Math.min(capMs, firstMs * 2 ** (failures - 1)));
}
