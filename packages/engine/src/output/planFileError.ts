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

/**
 * One sentence for people.
 *
 * @example
 * describePlanFileError({ type: 'unsupported-version', version: '1' })
 * // => 'this plan is of version 1; only version 2 is known, so make the plan again'
 */
export function describePlanFileError(error: PlanFileError): string {
  switch (error.type) {
    case 'not-a-plan':
      return 'this is not a plan: it does not say kind: slotwright-plan';
    case 'unsupported-version':
      return `this plan is of version ${error.version}; only version 2 is known, so make the plan again`;
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
