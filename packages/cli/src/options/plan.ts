import type { Split } from '@slotwright/engine/plan';
import type { CommonOptions } from './common.js';
import type { ServerOptions } from './server.js';

/** What `plan` takes. */
export interface PlanOptions extends CommonOptions, ServerOptions {
  readonly split: Split;
  readonly state?: string;
  readonly out?: string;
  readonly detailedExitcode?: true;
  /** Docplanner is read before planning. */
  readonly refresh?: true;
}
