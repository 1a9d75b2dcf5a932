import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { pathText } from '../document/path.js';
import { foundText } from '../document/reader/found.js';
import { syncTotals } from '../plan/totals.js';
import type { PlanFile } from './planFile.js';
import { planFileSchema } from './planFileSchema.js';

/** Why a plan file cannot be used. */
export type PlanFileError =
  | { readonly type: 'not-a-plan' }
  | { readonly type: 'unsupported-version'; readonly version: string }
  | { readonly type: 'invalid-plan'; readonly problems: readonly PlanFileProblem[] };

/** One mistake of a plan file. */
export interface PlanFileProblem {
  /** `calendars[0].steps[2].type` */
  readonly path: string;
  /** What is wrong there, to follow a colon. */
  readonly message: string;
}

const HEADER = z.looseObject({
  kind: z.literal('slotwright-plan'),
  version: z.unknown().optional(),
});
const MAX_PROBLEMS = 20;

/**
 * Reads what a plan file says, once its JSON is parsed. Anything that a plan of this version does not
 * have is an error, and so are totals that its steps do not have; of the errors the first 20 are given.
 *
 * Law: it reads back every `planFile`.
 *
 * @example
 * readPlanFile({ version: 1 }) // => err({ type: 'not-a-plan' })
 */
export function readPlanFile(input: unknown): Result<PlanFile, PlanFileError> {
  const header = HEADER.safeParse(input);
  if (!header.success) return err({ type: 'not-a-plan' });
  const { version } = header.data;
  if (version !== 1) return err({ type: 'unsupported-version', version: foundText(version) });
  const read = planFileSchema.safeParse(input);
  const problems = read.success ? wrongTotals(read.data) : problemsOf(read.error);
  if (read.success && problems.length === 0) return ok(read.data);
  return err({ type: 'invalid-plan', problems: problems.slice(0, MAX_PROBLEMS) });
}

function problemsOf({ issues }: z.ZodError): readonly PlanFileProblem[] {
  return issues.map(({ path, message }) => ({
    path: pathText(path.map((key) => (typeof key === 'symbol' ? String(key) : key))),
    message,
  }));
}

/** What a plan asks a person before it is sent goes by its totals, so they are counted again. */
function wrongTotals({ calendars, totals }: PlanFile): readonly PlanFileProblem[] {
  const written = new Map(Object.entries(totals));
  return Object.entries(syncTotals(calendars)).flatMap(([name, counted]) => {
    if (written.get(name) === counted) return [];
    return [
      {
        path: `totals.${name}`,
        message: `it says ${written.get(name)}, its steps make ${counted}`,
      },
    ];
  });
}

/**
 * One sentence for people.
 *
 * @example
 * describePlanFileError({ type: 'unsupported-version', version: '2' })
 * // => 'this plan is of version 2; only version 1 is known, so make the plan again'
 */
export function describePlanFileError(error: PlanFileError): string {
  switch (error.type) {
    case 'not-a-plan':
      return 'this is not a plan: it does not say kind: slotwright-plan';
    case 'unsupported-version':
      return `this plan is of version ${error.version}; only version 1 is known, so make the plan again`;
    case 'invalid-plan': {
      const [first] = error.problems;
      return first === undefined
        ? 'this plan is damaged; make it again'
        : `this plan is damaged at ${first.path === '' ? 'its top' : first.path} (${first.message}); make it again`;
    }
    default:
      return error satisfies never;
  }
}
