import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { foundText, pathText } from '../document/reader/errorCollector.js';
import { syncTotals } from '../plan/totals.js';
import type { PlanFile } from './planFile.js';
import type { PlanFileError, PlanFileProblem } from './planFileError.js';
import { planFileSchema } from './planFileSchema.js';

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
  if (version !== 2) return err({ type: 'unsupported-version', version: foundText(version) });
  const read = planFileSchema.safeParse(input);
  const problems = read.success
    ? [...wrongTotals(read.data), ...withoutBasis(read.data)]
    : problemsOf(read.error);
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

/** What was not planned from anything would never be stale, and what takes nothing never too much. */
function withoutBasis({ calendars, basedOn, risk }: PlanFile): readonly PlanFileProblem[] {
  return Object.entries({ basedOn, risk }).flatMap(([path, told]) =>
    calendars
      .filter(({ calendar }) => !Object.hasOwn(told, calendar))
      .map(({ calendar }) => ({ path, message: `it does not say it of ${calendar}` })),
  );
}
