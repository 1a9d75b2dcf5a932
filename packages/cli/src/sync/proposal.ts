import { type ComputedCalendar, checkOutput, type FindingOutput } from '@slotwright/engine';
import { describePlanFileError, readPlanFile } from '@slotwright/engine/files';
import type { PlanFile } from '@slotwright/engine/plan';
import { err, type Result } from 'neverthrow';
import { type Computed, wholeOf } from '../document/compute.js';
import { EXIT, type Failure, wrongUsage } from '../exit.js';
import { isPlan } from '../files/planFile.js';
import { inputFailure } from '../input/inputError.js';
import type { Parsed } from '../input/parsedText.js';
import { documentIn, readInput } from '../input/readDocument.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../options/common.js';
import type { RetireOptions } from '../options/retire.js';

/** What is to be applied: a document, planned when the state is known, or a plan as it was shown. */
export type Proposal =
  | ({ readonly type: 'document' } & Computed)
  | { readonly type: 'plan'; readonly plan: PlanFile };

/** Reads a clinic document or a plan file, whichever it is, and computes the document. */
export async function readProposal(
  file: string,
  options: Omit<CommonOptions, 'format'> & RetireOptions,
  io: Io,
): Promise<Result<Proposal, Failure>> {
  const input = await readInput({ file, stdin: io.stdin }).mapErr(inputFailure);
  if (input.isErr()) return err(input.error);
  if (isPlan(input.value.parsed.value)) return planned(input.value, options);
  const document = await documentIn(input.value, 'all').mapErr(inputFailure);
  return document.andThen((read) =>
    wholeOf(read, { ...options, format: 'text' }, io.now()).map(
      (made): Proposal => ({ type: 'document', ...made }),
    ),
  );
}

/** What a proposal's clinic should know. */
export function findingsIn(proposal: Proposal): readonly FindingOutput[] {
  return proposal.type === 'plan'
    ? proposal.plan.findings
    : checkOutput(proposal.computed).findings;
}

/** The calendars that a proposal computes; a plan file has none. */
export function computedOf(proposal: Proposal): readonly ComputedCalendar[] {
  return proposal.type === 'plan' ? [] : proposal.computed.calendars;
}

function planned(
  { file, parsed }: Parsed,
  { from, through, weeks, calendar, retire }: Omit<CommonOptions, 'format'> & RetireOptions,
): Result<Proposal, Failure> {
  const choices = {
    '--from': from,
    '--through': through,
    '--weeks': weeks,
    '--calendar': calendar,
    '--retire': retire,
  };
  const [chosen] = Object.entries(choices).filter(([, value]) => value !== undefined);
  if (chosen !== undefined) {
    return err(wrongUsage(`${chosen[0]} goes with a document; a plan is applied as it was shown`));
  }
  return readPlanFile(parsed.value)
    .map((plan): Proposal => ({ type: 'plan', plan }))
    .mapErr((error) => ({
      exit: EXIT.findings,
      message: `${file}: ${describePlanFileError(error)}`,
    }));
}
