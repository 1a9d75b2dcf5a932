import type { Severity } from '@slotwright/engine';

/** How a command ends, as scripts see it. */
export const EXIT = {
  success: 0,
  /** An unreadable file, a failed write, a defect. */
  failure: 1,
  /** There is something to write (only with `plan --detailed-exitcode`), or Docplanner has drifted. */
  changes: 2,
  /** The document is invalid, or has findings that matter. */
  findings: 3,
  /** Something is left: run it again to go on. */
  partial: 4,
  /** The plan is based on what is published no more. */
  stale: 5,
  /** The plan takes more from patients than it may unasked. */
  guarded: 6,
  /** Wrong usage. */
  usage: 64,
  /** Ctrl-C, a polite kill, or the terminal is gone. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** How bad a finding is, and why the document accepts it, if it does. */
export interface Judged {
  readonly severity: Severity;
  readonly accepted?: string | undefined;
}

/** True if a finding that the document does not accept is of a severity, or of a worse one. */
export function hasOpenFinding(findings: readonly Judged[], severity: Severity): boolean {
  const failing: readonly Severity[] = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return findings.some((each) => each.accepted === undefined && failing.includes(each.severity));
}

/** Why a command could not do its work: what to tell the user, and how to end. */
export interface Failure {
  readonly exit: ExitCode;
  /** For people; more than one line where there is more than one thing to correct. */
  readonly message: string;
}

/** The command line asks for something that makes no sense with this document. */
export function wrongUsage(message: string): Failure {
  return { exit: EXIT.usage, message };
}
