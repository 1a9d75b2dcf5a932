/**
 * `@slotwright/engine/files`: reads plan files and the parts of plans that files keep. Only this door loads zod.
 */

export {
  describePlanFileError,
  type PlanFileError,
  type PlanFileProblem,
} from './output/planFileError.js';
export { readPlanFile } from './output/readPlanFile.js';
export { knownBreakSchema, slotsEntrySchema, stepSchema } from './plan/stepSchema.js';
