import { configureGlobal } from 'fast-check';

/**
 * Every failing law prints its seed and path. SLOTWRIGHT_SEED and SLOTWRIGHT_PATH replay it,
 * SLOTWRIGHT_RUNS asks for more runs than a law's default.
 */
const { SLOTWRIGHT_SEED, SLOTWRIGHT_PATH, SLOTWRIGHT_RUNS } = process.env;

configureGlobal({
  ...(SLOTWRIGHT_SEED === undefined ? {} : { seed: Number(SLOTWRIGHT_SEED) }),
  ...(SLOTWRIGHT_PATH === undefined ? {} : { path: SLOTWRIGHT_PATH }),
  ...(SLOTWRIGHT_RUNS === undefined ? {} : { numRuns: Number(SLOTWRIGHT_RUNS) }),
});
