import type { Step } from '@slotwright/engine';
import { inZone, spanText } from '@slotwright/engine/plan';
import type { NamedCalendar } from './namedCalendar.js';

/** What a step does, for people, with times in the calendar's zone. */
export function describeStep(step: Step, { timezone }: Pick<NamedCalendar, 'timezone'>): string {
  const local = inZone(timezone);
  const span = ({ since, till }: { readonly since: string; readonly till: string }): string =>
    spanText(local(since), local(till));
  switch (step.type) {
    case 'create-break':
      return `create the break ${span(step.body)}`;
    case 'move-break':
      return `move the break to ${span(step.body)}, was ${span(step.known)}`;
    case 'delete-break':
      return `delete the break ${span(step.known)}`;
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
