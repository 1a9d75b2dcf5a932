import type { Ports } from '../options/ports.js';

/** Sleeps, whatever the port does with an abort; false when the signal has aborted. */
export async function pause(
  { sleep }: Pick<Ports, 'sleep'>,
  ms: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  try {
    await sleep(ms, signal);
  } catch {
    // A sleep may reject instead of resolving early when it is aborted.
  }
  return !signal.aborted;
}
