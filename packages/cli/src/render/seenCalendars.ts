import { describeClientError, describeDifference, type PreparedPlan } from '@slotwright/adapter';
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
    ...seen.flatMap(({ calendar, status, unexplained, bookingsChanged }) => [
      ...(status === 'disabled' || status === 'missing'
        ? [`${calendar}: the calendar is ${status} at Docplanner; apply --enable enables it.`]
        : unexplained.map(
            (each) =>
              `${calendar}: Docplanner differs, the date is sent whole: ${describeDifference(each)}`,
          )),
      ...(bookingsChanged
        ? [
            `${calendar}: bookings were made or canceled at Docplanner; slotwright pull brings them.`,
          ]
        : []),
    ]),
  ];
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => paragraph('', line, width))];
}
