import {
  type ApplyReport,
  type CalendarReport,
  describeEnding,
  describeOutcome,
  describeProblem,
  isSuccess,
  type NamedCalendar,
} from '@slotwright/adapter';
import { inZone, spanText } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import type { CalendarNames } from './calendarNames.js';
import { calendarTitle } from './heading.js';
import { startLines } from './startLines.js';
import { counted, hanging, list, paragraph } from './wrapping.js';

/** What `slotwright apply --format json` prints. */
export function applyOutput(report: ApplyReport, names: CalendarNames) {
  const { ending, calendars } = report;
  return {
    version: 1,
    success: isSuccess(report),
    ending,
    calendars: calendars.map(({ calendar: id, problems, ...rest }) => ({
      id,
      ...rest,
      problems: problems.map((problem) => ({
        ...problem,
        message: describeProblem(problem, names(id)),
      })),
    })),
    totals: totalsOf(report),
  } as const;
}

/** The same for people: calendars that something was sent to or that have problems, and the sums. */
export function applyText(
  report: ApplyReport,
  names: CalendarNames,
  width: number,
  style: Style,
): readonly string[] {
  const told = report.calendars.filter(
    ({ outcome, calls, bookingsChanged }) =>
      (outcome !== 'done' && outcome !== 'unchecked') || calls.writes > 0 || bookingsChanged,
  );
  const same = report.calendars.length - told.length;
  const { calendars, done, writes, reads, stepsLeft } = totalsOf(report);
  return [
    ...told.flatMap((each) => calendarLines(each, names(each.calendar), width, style)),
    ...(report.ending.type === 'complete'
      ? []
      : paragraph('', describeEnding(report.ending), width)),
    ...(same === 0 ? [] : [`Nothing to send in ${counted(same, 'calendar')}.`]),
    ...list(
      isSuccess(report) ? 'Done: ' : 'Not done: ',
      [
        `${done} of ${counted(calendars, 'calendar')} ${shownWords(report)}`,
        counted(writes, 'write call'),
        counted(reads, 'read'),
        ...(stepsLeft === 0 ? [] : [`${counted(stepsLeft, 'step')} left`]),
      ],
      width,
    ),
  ];
}

function calendarLines(
  report: CalendarReport,
  named: NamedCalendar,
  width: number,
  style: Style,
): readonly string[] {
  const { calendar, calls, problems, differences, lostBreaks, bookingsChanged } = report;
  const { timezone, services } = named;
  const local = inZone(timezone);
  const words = [
    describeOutcome(report),
    counted(calls.writes, 'write call'),
    counted(calls.reads, 'read'),
  ];
  const [head = '', ...more] = hanging(
    `${calendarTitle(calendar, timezone)}: `,
    words.map((word, index) => (index < words.length - 1 ? `${word},` : word)),
    width,
  );
  return [
    head,
    ...more,
    ...problems.flatMap((problem) => paragraph('  ', describeProblem(problem, named), width)),
    ...differences.flatMap(({ date, missing, extra }) =>
      startLines(
        date,
        [
          { what: 'missing', starts: missing, why: [] },
          { what: 'extra', starts: extra, why: [] },
        ],
        services,
        width,
        style,
      ),
    ),
    ...lostBreaks.flatMap(({ since, till }) => {
      const span = spanText(local(since), local(till));
      return paragraph('  ', `The break ${span} is gone at Docplanner.`, width);
    }),
    ...(bookingsChanged
      ? paragraph(
          '  ',
          'Bookings were made or canceled at Docplanner: run slotwright pull, so that the document knows them.',
          width,
        )
      : []),
  ];
}

/** Only where all of every calendar was looked at it is known to be as the document says. */
function shownWords({ calendars }: ApplyReport): string {
  const looked = ({ outcome, checked }: CalendarReport): boolean =>
    outcome !== 'unchecked' && (outcome !== 'done' || checked === 'all');
  return calendars.every(looked) ? 'as the document says' : 'as planned';
}

function totalsOf({ calendars }: ApplyReport) {
  const sum = (count: (each: CalendarReport) => number): number =>
    calendars.reduce((total, each) => total + count(each), 0);
  return {
    calendars: calendars.length,
    done: sum(({ outcome }) => (outcome === 'done' ? 1 : 0)),
    writes: sum(({ calls }) => calls.writes),
    reads: sum(({ calls }) => calls.reads),
    stepsLeft: sum((each) => each.stepsLeft),
  } as const;
}
