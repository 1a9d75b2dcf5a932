/**
 * Parameters for `fc.assert`: FC_SEED and FC_PATH replay a run that fast-check has printed, FC_NUM_RUNS makes
 * every law run that often.
 */
export function runs(numRuns: number): { numRuns: number; seed?: number; path?: string } {
  const { FC_SEED, FC_PATH, FC_NUM_RUNS } = process.env;
  return {
    numRuns: FC_NUM_RUNS === undefined ? numRuns : Number(FC_NUM_RUNS),
    ...(FC_SEED !== undefined && { seed: Number(FC_SEED) }),
    ...(FC_PATH !== undefined && { path: FC_PATH }),
  };
}
