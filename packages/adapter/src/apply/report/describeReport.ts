import { inZone, spanText } from '@slotwright/engine/plan';
import type { ApplyReport, CalendarReport } from './applyReport.js';
import type { DateDifference } from './dateDifference.js';
import { describeEnding } from './ending.js';
import { type NamedCalendar, namelessCalendar } from './namedCalendar.js';
import { describeProblem } from './problem.js';
import { startsByServices } from './startsByServices.js';

/** More starts of one date say nothing new. */
const MAX_STARTS_LISTED = 5;

/**
 * A report in lines for people: one a calendar and one for each problem and each date that differs. `known` are
 * the calendars of the document, for their zones and the names of their services.
 */
export function describeReport(
  { ending, calendars }: ApplyReport,
  known: readonly NamedCalendar[],
): readonly string[] {
  const byId = new Map(known.map((each) => [each.id, each]));
  const lines = calendars.flatMap((report) => {
    const calendar = byId.get(report.calendar) ?? namelessCalendar(report.calendar);
    const local = inZone(calendar.timezone);
    return [
      `${report.calendar}: ${describeOutcome(report)} (${counted(report.calls.writes, 'write call')}, ${counted(report.calls.reads, 'read')})`,
      ...report.problems.map((problem) => `  ${describeProblem(problem, calendar)}`),
      ...report.differences.map((difference) => `  ${describeDifference(difference, calendar)}`),
      ...report.lostBreaks.map(
        ({ since, till }) =>
          `  the break ${spanText(local(since), local(till))} is gone at Docplanner`,
      ),
      ...(report.bookingsChanged
        ? [
            '  bookings were made or canceled at Docplanner: run pull, so that the document knows them',
          ]
        : []),
    ];
  });
  return ending.type === 'complete' ? lines : [...lines, describeEnding(ending)];
}

/** What became of a calendar, in a few words for people. */
export function describeOutcome({
  outcome,
  stepsLeft,
}: Pick<CalendarReport, 'outcome' | 'stepsLeft'>): string {
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

/** How a date differs, in a line for people; services by the names that the calendar has for them. */
export function describeDifference(
  { date, missing, extra }: DateDifference,
  { services: known }: Pick<NamedCalendar, 'services'>,
): string {
  const side = (name: string, starts: DateDifference['missing']): readonly string[] => {
    if (starts.length === 0) return [];
    const texts = startsByServices(starts.slice(0, MAX_STARTS_LISTED), known).map(
      ({ services, times }) => `${services === '' ? '' : `${services}: `}${times.join(' ')}`,
    );
    const left = starts.length - MAX_STARTS_LISTED;
    return [`${name} ${texts.join(', ')}${left > 0 ? ` and ${left} more` : ''}`];
  };
  return `${date}: ${[...side('missing', missing), ...side('extra', extra)].join('; ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
