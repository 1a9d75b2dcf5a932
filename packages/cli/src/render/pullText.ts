import { describeClientError, type PullReport } from '@slotwright/adapter';
import { addressKey, type Calendar } from '@slotwright/engine';
import { calendarTitle } from './heading.js';
import { counted, list, paragraph } from './wrapping.js';

/** What `slotwright pull --format json` prints. */
export function pullOutput(
  { file, read, unread, notifications, remaining }: PullReport,
  path: string,
) {
  return {
    version: 1,
    file: path,
    bookings: bookingsIn(file),
    calendars: Object.keys(file.calendars).length,
    read,
    unread: unread.map(({ calendar, error }) => ({
      calendar,
      type: error.type,
      message: describeClientError(error),
    })),
    notifications,
    remaining,
  } as const;
}

/** The same for people; `calendars` are those of the document. */
export function pullText(
  report: PullReport,
  calendars: readonly Calendar[],
  path: string,
  width: number,
): readonly string[] {
  const titles = new Map(
    calendars.map((each) => [addressKey(each), calendarTitle(each.id, each.timezone)]),
  );
  const { file, read, unread, notifications, remaining } = report;
  return [
    `Wrote ${path}.`,
    ...list(
      '  ',
      [
        `${counted(bookingsIn(file), 'booking')} in ${counted(Object.keys(file.calendars).length, 'calendar')}`,
        `${counted(read.length, 'calendar')} read in full`,
        counted(notifications, 'notification'),
      ],
      width,
    ),
    ...unread.flatMap(({ calendar, error }) =>
      paragraph(
        '',
        `${titles.get(calendar) ?? calendar} could not be read: ${describeClientError(error)}`,
        width,
      ),
    ),
    ...(remaining === 0
      ? []
      : [`${counted(remaining, 'notification')} left on the queue: run it again.`]),
  ];
}

function bookingsIn({ calendars }: PullReport['file']): number {
  return Object.values(calendars).reduce((sum, bookings) => sum + bookings.length, 0);
}
