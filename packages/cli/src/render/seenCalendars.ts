import { describeClientError, type PreparedPlan } from '@slotwright/adapter';
import { paragraph } from './wrapping.js';

/** What reading Docplanner told beyond the plan, for people: nothing where it shows what it should. */
export function seenLines(
  { seen, unread }: Pick<PreparedPlan, 'seen' | 'unread'>,
  width: number,
): readonly string[] {
  const lines = [
    ...unread.map(
      ({ calendar, error }) => `${calendar} cannot be read: ${describeClientError(error)}`,
    ),
    ...seen.flatMap(({ calendar, status, unexplained, goneBreaks, bookingsChanged }) => [
      ...(status === 'disabled' || status === 'missing'
        ? [`${calendar}: the calendar is ${status} at Docplanner; apply --enable enables it.`]
        : unexplained.map(
            (date) => `${calendar}: Docplanner shows something else on ${date}; it is sent whole.`,
          )),
      ...goneBreaks.map(
        ({ since, till }) => `${calendar}: the break ${since} to ${till} is gone at Docplanner.`,
      ),
      ...(bookingsChanged
        ? [
            `${calendar}: bookings were made or canceled at Docplanner; slotwright pull brings them.`,
          ]
        : []),
    ]),
  ];
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => paragraph('', line, width))];
}
