import {
  type ApplyReport,
  type CalendarReport,
  describeEnding,
  describeProblem,
  isSuccess,
} from '@slotwright/adapter';
import type { ComputedCalendar, SyncPlan } from '@slotwright/engine';
import type { Style } from '../io.js';
import { inZone, spanText } from './clock.js';
import { calendarTitle } from './heading.js';
import type { KnownServices } from './services.js';
import { startLines } from './startLines.js';
import { counted, hanging, list, paragraph } from './wrapping.js';

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

/**
 * The same for people: calendars that something was sent to or that have problems, and the sums. `plans` are
 * what was carried out, `computed` the calendars that they were made from, none of a plan file.
 */
export function applyText(
  report: ApplyReport,
  plans: readonly Pick<SyncPlan, 'calendar' | 'timezone'>[],
  computed: readonly ComputedCalendar[],
  width: number,
  style: Style,
): readonly string[] {
  const zones = new Map(plans.map(({ calendar, timezone }) => [calendar, timezone]));
  const services = new Map(
    computed.map(({ calendar }): [string, KnownServices] => [calendar.id, calendar.services]),
  );
  const told = report.calendars.filter(
    ({ outcome, calls, bookingsChanged }) =>
      (outcome !== 'done' && outcome !== 'unchecked') || calls.writes > 0 || bookingsChanged,
  );
  const same = report.calendars.length - told.length;
  const { calendars, done, writes, reads, stepsLeft } = totalsOf(report);
  return [
    ...told.flatMap((each) =>
      calendarLines(
        each,
        zones.get(each.calendar) ?? '',
        services.get(each.calendar) ?? [],
        width,
        style,
      ),
    ),
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
  timezone: string,
  services: KnownServices,
  width: number,
  style: Style,
): readonly string[] {
  const { calendar, calls, problems, differences, lostBreaks, bookingsChanged } = report;
  const local = inZone(timezone);
  const words = [
    outcomeText(report),
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
    ...problems.flatMap((problem) => paragraph('  ', describeProblem(problem), width)),
    ...differences.flatMap(({ date, missing, extra }) =>
      startLines(
        date,
        [
          { what: 'missing', starts: missing, why: [] },
          { what: 'extra', starts: extra, why: [] },
        ],
        services,
        local,
        width,
        style,
      ),
    ),
    ...lostBreaks.flatMap((range) => {
      const [since = '', till = ''] = range.split(' to ').map(local);
      return paragraph('  ', `The break ${spanText(since, till)} is gone at Docplanner.`, width);
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

function outcomeText({ outcome, stepsLeft }: CalendarReport): string {
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
