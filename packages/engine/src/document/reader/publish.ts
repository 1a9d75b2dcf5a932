import type { Publish } from '../clinic.js';

/** The words for how blocked time reaches Docplanner. */
export const PUBLISH = ['carve', 'break', 'none'] as const satisfies readonly Publish[];
