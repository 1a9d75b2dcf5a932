import type { Split } from '@slotwright/engine';
import type { CommonOptions } from './common.js';

/** What `plan` takes. */
export interface PlanOptions extends CommonOptions {
  readonly split: Split;
  readonly state?: string;
  readonly out?: string;
  readonly detailedExitcode?: true;
}
