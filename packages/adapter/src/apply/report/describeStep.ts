import type { Step } from '@slotwright/engine';

/** What a step does, for people. */
export function describeStep(step: Step): string {
  switch (step.type) {
    case 'create-break':
      return `create the break ${step.body.since} to ${step.body.till}`;
    case 'move-break':
      return `move the break of ${step.known.since} to ${step.body.since} to ${step.body.till}`;
    case 'delete-break':
      return `delete the break ${step.known.since} to ${step.known.till}`;
    case 'replace-slots':
      return `replace the slots of ${describeDates(step.dates)}`;
    default:
      return step satisfies never;
  }
}

/** Dates in a few words. */
export function describeDates(dates: readonly string[]): string {
  const [first = '', last] = [dates[0], dates.at(-1)];
  if (dates.length <= 3) return dates.join(', ');
  return `${dates.length} dates from ${first} through ${last}`;
}
