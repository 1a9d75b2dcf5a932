/** The commands that ask no server. */
export { addCheck } from './check.js';
export { addPlan } from './plan.js';
export { addPreview } from './preview.js';
export { addSchema } from './schema.js';
