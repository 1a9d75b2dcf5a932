import type { RuleError } from '../recurrence/ruleError.js';
import type { InvalidTimeReason } from '../time/invalidTime.js';

/** What can be wrong at one place of a clinic document. */
export type Problem =
  /** A required key is absent. */
  | { readonly type: 'missing' }
  /** A key that documents do not have; its value is never repeated, it may be about a patient. */
  | { readonly type: 'unknown-key'; readonly key: string; readonly suggestion: string | undefined }
  /** A value of the wrong type or out of range; `found` names it, shortened. */
  | { readonly type: 'invalid-value'; readonly found: string }
  /** An object whose keys cannot be read: a getter that throws, a revoked proxy. */
  | { readonly type: 'unreadable' }
  | { readonly type: 'too-many'; readonly limit: number; readonly found: number }
  | { readonly type: 'too-few'; readonly least: number }
  /** The second use of what must be unique; `first` is the path of the first. */
  | { readonly type: 'duplicate'; readonly value: string; readonly first: string }
  /** Keys of which exactly one form may be given. */
  | { readonly type: 'not-exactly-one'; readonly given: readonly string[] }
  | {
      readonly type: 'invalid-time';
      readonly reason: InvalidTimeReason;
      readonly input: string;
    }
  | {
      readonly type: 'unknown-zone';
      readonly input: string;
      readonly suggestion: string | undefined;
    }
  | { readonly type: 'invalid-rule'; readonly reason: RuleError }
  | { readonly type: 'rule-never-matches' }
  | { readonly type: 'end-not-after-start' }
  | { readonly type: 'too-long'; readonly limitDays: number }
  | {
      readonly type: 'unknown-service';
      readonly id: string;
      readonly suggestion: string | undefined;
    }
  | { readonly type: 'providers-missing' }
  | { readonly type: 'providers-not-allowed' }
  | { readonly type: 'plans-not-allowed' }
  /** No code of a finding, where one is accepted. */
  | {
      readonly type: 'unknown-code';
      readonly code: string;
      readonly suggestion: string | undefined;
    }
  /** A place that is retired and that a calendar, named by its id, still has. */
  | { readonly type: 'still-in-use'; readonly calendar: string }
  /** Stands for the errors beyond those that are reported one by one. */
  | { readonly type: 'more-errors'; readonly count: number };

/** One mistake in a clinic document: where it is, what it is and what was expected there. */
export type DocumentError = Problem & {
  /** Such as `calendars[0].schedules[2].rrule`; empty for the document itself. */
  readonly path: string;
  /** The same place as keys and indexes. */
  readonly keys: readonly (string | number)[];
  /** What a right value is, as a noun phrase: `a whole number of minutes from 1 to 1440`. */
  readonly expected: string;
};
