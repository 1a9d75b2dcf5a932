import { readConfigureGlobal } from 'fast-check';

/** How often a law runs: SLOTWRIGHT_RUNS times where that is set (see the root's test/setup), else as often as usual. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: readConfigureGlobal().numRuns ?? usual };
}
