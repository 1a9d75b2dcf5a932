import {
  type ApplyReport,
  type CalendarReport,
  describeProblem,
  describeReport,
  isSuccess,
} from '@slotwright/adapter';
import { counted, list, paragraph } from './wrapping.js';

/** What `slotwright apply --format json` prints. */
export function applyOutput(report: ApplyReport) {
  const { ending, calendars } = report;
  return {
    version: 1,
    success: isSuccess(report),
    ending,
    calendars: calendars.map(({ calendar: id, problems, ...rest }) => ({
      id,
      ...rest,
      problems: problems.map((problem) => ({ ...problem, message: describeProblem(problem) })),
    })),
    totals: totalsOf(report),
  } as const;
}

/** The same for people: calendars that something was sent to or that have problems, and the sums. */
export function applyText(report: ApplyReport, width: number): readonly string[] {
  const told = report.calendars.filter(
    ({ outcome, calls, bookingsChanged }) =>
      (outcome !== 'done' && outcome !== 'unchecked') || calls.writes > 0 || bookingsChanged,
  );
  const same = report.calendars.length - told.length;
  const { calendars, done, writes, reads, stepsLeft } = totalsOf(report);
  const lines = describeReport({ ...report, calendars: told });
  return [
    ...lines.flatMap((line) => {
      const margin = /^ */.exec(line)?.[0] ?? '';
      return paragraph(margin, line.trim(), width);
    }),
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

/** Only where all of every calendar was looked at it is known to be as the document says. */
function shownWords({ calendars }: ApplyReport): string {
  const looked = ({ outcome, checked }: CalendarReport): boolean =>
    outcome !== 'unchecked' && (outcome !== 'done' || checked === 'all');
  return calendars.every(looked) ? 'as the document says' : 'as planned';
}

function totalsOf({ calendars }: ApplyReport) {
  const sum = (count: (each: ApplyReport['calendars'][number]) => number): number =>
    calendars.reduce((total, each) => total + count(each), 0);
  return {
    calendars: calendars.length,
    done: sum(({ outcome }) => (outcome === 'done' ? 1 : 0)),
    writes: sum(({ calls }) => calls.writes),
    reads: sum(({ calls }) => calls.reads),
    stepsLeft: sum((each) => each.stepsLeft),
  } as const;
}
