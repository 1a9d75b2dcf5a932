import type { Result } from 'neverthrow';
import type { DocumentError } from '../document/errors.js';
import type { UnknownZone } from '../time/zoneId.js';
import { type DryRunError, describeDryRunError, documentErrorLines } from './dryRun.js';
import { describePlanFileError, type PlanFileError } from './planFileError.js';

/** The errors of the engine's Results. */
export type EngineError = readonly DocumentError[] | DryRunError | PlanFileError | UnknownZone;

/**
 * The value of one of the engine's Results, for scripts and tests that want to stop at a mistake: an error is
 * thrown as an `Error` whose message is what its `describe…` function says. Nothing else in the engine throws.
 *
 * @example
 * unwrap(parseHorizon('1970-01-02', '1970-01-03')) // => { from: 1, through: 2 }
 */
export function unwrap<T>(result: Result<T, EngineError>): T {
  if (result.isOk()) return result.value;
  throw new Error(describeEngineError(result.error));
}

function isList(error: EngineError): error is readonly DocumentError[] {
  return Array.isArray(error);
}

function describeEngineError(error: EngineError): string {
  if (isList(error)) return documentErrorLines(error);
  switch (error.type) {
    case 'not-a-plan':
    case 'unsupported-version':
    case 'invalid-plan':
      return describePlanFileError(error);
    case 'unknown-zone':
      return `"${error.input}" is not a time zone`;
    default:
      return describeDryRunError(error);
  }
}
