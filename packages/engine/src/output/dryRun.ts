import { err, ok, type Result } from 'neverthrow';
import type { ClinicDocument } from '../document/clinic.js';
import { describeDocumentError } from '../document/describe.js';
import type { DocumentError } from '../document/errors.js';
import { parseDocument } from '../document/reader/parseDocument.js';
import { type ComputedDocument, computeDocument } from '../findings/computeDocument.js';
import { NOTHING_KNOWN } from '../plan/known.js';
import { syncPlan } from '../plan/syncPlan.js';
import { describeHorizonError, type HorizonError, parseHorizon } from '../time/horizon.js';
import { instantFrom, parseInstant } from '../time/iso.js';
import { type PlanOutput, planOutput } from './plan.js';
import { type PreviewOutput, previewOutput } from './preview.js';

/** What is computed, and as of when. */
export interface DryRunOptions {
  /** The first date, `2026-10-05`. */
  readonly from: string;
  /** The last date, included. */
  readonly through: string;
  /** A `Date`, milliseconds since 1970, or a text such as `2026-10-01T08:00:00Z`; whole minutes count. */
  readonly now: Date | number | string;
  /** Ids of calendars; all of them if it is left out. */
  readonly only?: readonly string[];
}

/** A document, all that is computed of it, and what a first sync would send. */
export interface DryRun {
  /** As it was read. */
  readonly document: ClinicDocument;
  /** Work periods, slots and findings by calendar. */
  readonly computed: ComputedDocument;
  /** What a first sync sends, and all findings; as `slotwright plan --format json`. */
  readonly plan: PlanOutput;
  /** The slots that patients could book; as `slotwright preview --format json`. */
  readonly preview: PreviewOutput;
}

/** Why there is no dry run. */
export type DryRunError =
  | { readonly type: 'invalid-document'; readonly errors: readonly DocumentError[] }
  | { readonly type: 'unknown-calendar'; readonly id: string; readonly known: readonly string[] }
  | HorizonError;

/**
 * Everything from a document as it was parsed from YAML or JSON: what would be sent, what patients would see,
 * and what the clinic should know first. All mistakes of the document are given together. It reads no
 * clock and sends nothing.
 *
 * @example
 * const asked = { from: '2026-10-05', through: '2026-10-05', now: new Date('2026-10-01T08:00:00Z') };
 * const { plan, preview } = unwrap(dryRun(clinic, asked));
 * plan.totals // => { calendars: 1, workPeriods: 2, clears: 3, slots: 2, writes: 1 }
 * preview.calendars[0].days[0].slots[0].start // => '2026-10-05T09:00:00+02:00'
 * dryRun({ version: 1 }, asked).isErr() // => true
 */
export function dryRun(
  input: unknown,
  { from, through, now, only = [] }: DryRunOptions,
): Result<DryRun, DryRunError> {
  return parseHorizon(from, through).andThen((horizon) =>
    (typeof now === 'string' ? parseInstant(now) : instantFrom(now)).andThen((minute) =>
      parseDocument(input)
        .mapErr((errors): DryRunError => ({ type: 'invalid-document', errors }))
        .andThen((document) =>
          checkedIds(document, only).map((ids) => {
            const computed = computeDocument(document, horizon, minute, ids);
            const plans = computed.calendars.map((each) =>
              syncPlan(each, NOTHING_KNOWN, undefined, { type: 'one-request' }),
            );
            const plan = planOutput(computed, plans);
            return { document, computed, plan, preview: previewOutput(computed) };
          }),
        ),
    ),
  );
}

function checkedIds(
  { calendars }: ClinicDocument,
  only: readonly string[],
): Result<readonly string[], DryRunError> {
  const known = calendars.map(({ id }): string => id);
  const id = only.find((each) => !known.includes(each));
  return id === undefined ? ok(only) : err({ type: 'unknown-calendar', id, known });
}

/** One line for each mistake, with its path. */
export function documentErrorLines(errors: readonly DocumentError[]): string {
  return errors
    .map((each) => `${each.path === '' ? 'document' : each.path}: ${describeDocumentError(each)}`)
    .join('\n');
}

/**
 * A dry run's error as words for people; of an invalid document, one line each mistake.
 *
 * @example
 * describeDryRunError({ type: 'unknown-calendar', id: 'centre', known: ['centro'] })
 * // => 'the document has no calendar "centre"; it has "centro"'
 */
export function describeDryRunError(error: DryRunError): string {
  switch (error.type) {
    case 'invalid-document':
      return documentErrorLines(error.errors);
    case 'unknown-calendar': {
      const known = error.known.map((id) => `"${id}"`).join(', ');
      return `the document has no calendar "${error.id}"${known === '' ? '' : `; it has ${known}`}`;
    }
    default:
      return describeHorizonError(error);
  }
}
