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
  /** Wrong usage. */
  usage: 64,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

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
