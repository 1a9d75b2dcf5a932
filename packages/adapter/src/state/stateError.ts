/** Why a state cannot be read, saved or locked. In every case what is stored stays as it is. */
export type StateError =
  /** It is no JSON, or not in the form of a state; `problem` names the first place. */
  | { readonly type: 'corrupt-state'; readonly where: string; readonly problem: string }
  /** Some other program's file. */
  | { readonly type: 'foreign-state'; readonly where: string }
  /** A later Slotwright wrote it. */
  | { readonly type: 'newer-state'; readonly where: string; readonly version: number }
  /** It is about another server. */
  | {
      readonly type: 'other-target';
      readonly where: string;
      readonly found: string;
      readonly wanted: string;
    }
  /** Another process has it; `by` says which, as far as it is known. */
  | { readonly type: 'locked-state'; readonly where: string; readonly by: string }
  /** Somebody else has taken it, because it was not renewed for too long: nothing more may be sent or saved. */
  | { readonly type: 'lost-lock'; readonly where: string }
  /** `code` is the system's, such as EACCES. */
  | {
      readonly type: 'unusable-state';
      readonly where: string;
      readonly doing: 'read' | 'save' | 'lock' | 'convert';
      readonly code: string;
    };

/** One line for people: what is wrong and what can be done about it. */
export function describeStateError(error: StateError): string {
  const { where } = error;
  switch (error.type) {
    case 'corrupt-state':
      return `${where} is damaged (${error.problem}). Restore it from a backup, or move it away: then everything is sent once more, and breaks that were created before have to be adopted or removed by hand.`;
    case 'foreign-state':
      return `${where} is not a state of Slotwright. Name another folder.`;
    case 'newer-state':
      return `${where} was written by a later Slotwright (version ${error.version}). Update Slotwright.`;
    case 'other-target':
      return `${where} is about ${error.found}, not about ${error.wanted}. Use one state per server.`;
    case 'locked-state':
      return `${where} is in use by ${error.by}. Wait until that has ended; if it has, break the lock.`;
    case 'lost-lock':
      return `${where} was taken by another process, as this one did not answer for too long. Plan again.`;
    case 'unusable-state':
      return `${where}: cannot ${error.doing} it (${error.code}).`;
    default:
      return error satisfies never;
  }
}
