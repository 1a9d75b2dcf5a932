/** The commands that talk to Docplanner, and what else takes the adapter. */
export { addApply } from './apply.js';
export { addDrift } from './drift.js';
export { addImport } from './import.js';
export { planChanges } from './planChanges.js';
export { addPull } from './pull.js';
