import type { ApplyReport, CalendarReport } from './applyReport.js';
import type { DateDifference } from './dateDifference.js';
import { describeEnding } from './ending.js';
import { describeProblem } from './problem.js';

/** More starts of one date say nothing new. */
const MAX_STARTS_LISTED = 5;

/** A report in lines for people: one a calendar and one for each problem and each date that differs. */
export function describeReport({ ending, calendars }: ApplyReport): readonly string[] {
  const lines = calendars.flatMap((report) => [
    `${report.calendar}: ${describeOutcome(report)} (${counted(report.calls.writes, 'write call')}, ${counted(report.calls.reads, 'read')})`,
    ...report.problems.map((problem) => `  ${describeProblem(problem)}`),
    ...report.differences.map((difference) => `  ${describeDifference(difference)}`),
    ...report.lostBreaks.map((range) => `  the break ${range} is gone at Docplanner`),
    ...(report.bookingsChanged
      ? [
          '  bookings were made or canceled at Docplanner: run pull, so that the document knows them',
        ]
      : []),
  ]);
  return ending.type === 'complete' ? lines : [...lines, describeEnding(ending)];
}

function describeOutcome({ outcome, stepsLeft }: CalendarReport): string {
  switch (outcome) {
    case 'done':
      return 'done';
    case 'unchecked':
      return 'nothing to send, not looked at';
    case 'differs':
      return 'sent, but Docplanner shows something else';
    case 'failed':
      return `failed, ${counted(stepsLeft, 'step')} left`;
    case 'left':
      return `not finished, ${counted(stepsLeft, 'step')} left`;
    default:
      return outcome satisfies never;
  }
}

/** How a date differs, in a line for people. */
export function describeDifference({ date, missing, extra }: DateDifference): string {
  const side = (name: string, starts: DateDifference['missing']): readonly string[] => {
    if (starts.length === 0) return [];
    const texts = starts
      .slice(0, MAX_STARTS_LISTED)
      .map(({ start, services }) => `${start} (${services.join(', ')})`);
    const more =
      starts.length > MAX_STARTS_LISTED ? ` and ${starts.length - MAX_STARTS_LISTED} more` : '';
    return [`${name} ${texts.join(', ')}${more}`];
  };
  return `${date}: ${[...side('missing', missing), ...side('extra', extra)].join('; ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
