import { describeClientError, type PreparedPlan } from '@slotwright/adapter';
import { inZone, spanText } from '@slotwright/engine/plan';
import { calendarTitle } from './heading.js';
import { paragraph } from './wrapping.js';

/** What reading Docplanner told beyond the plan, for people: nothing where it shows what it should. */
export function seenLines(
  { plan, seen, unread }: Pick<PreparedPlan, 'plan' | 'seen' | 'unread'>,
  width: number,
): readonly string[] {
  const zones = new Map(plan.calendars.map(({ calendar, timezone }) => [calendar, timezone]));
  const titleOf = (calendar: string): string =>
    calendarTitle(calendar, zones.get(calendar) ?? 'unknown zone');
  const lines = [
    ...unread.map(
      ({ calendar, error }) =>
        `${titleOf(calendar)} could not be read: ${describeClientError(error)}`,
    ),
    ...seen.flatMap(({ calendar, status, unexplained, goneBreaks, bookingsChanged }) => {
      const local = inZone(zones.get(calendar) ?? '');
      return [
        ...(status === 'disabled' || status === 'missing'
          ? [`the calendar is ${status} at Docplanner; apply --enable enables it.`]
          : unexplained.map(
              (date) => `Docplanner shows something else on ${date}; the date is sent whole.`,
            )),
        ...goneBreaks.map(
          ({ since, till }) =>
            `the break ${spanText(local(since), local(till))} is gone at Docplanner.`,
        ),
        ...(bookingsChanged
          ? ['bookings were made or canceled at Docplanner; slotwright pull brings them.']
          : []),
      ].map((sentence) => `${titleOf(calendar)}: ${sentence}`);
    }),
  ];
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => paragraph('', line, width))];
}
