import type { Recurring } from '../../recurrence/event.js';
import { dateOf, MINUTES_PER_DAY } from '../../time/units.js';
import type { Zone } from '../../time/zone.js';
import { MAX_OCCURRENCE_DAYS } from '../limits.js';
import { MOMENT_PATTERN } from '../patterns.js';
import { optional, required } from '../shape/record.js';
import { textOf } from '../shape/scalars.js';
import { datesOrTimesAt, readDatesOrTimes } from './dates.js';
import { at } from './errorCollector.js';
import type { Reading } from './reading.js';
import { type Parent, tried } from './record.js';
import { readRule, ruleText } from './rule.js';
import { readLength, readLocalMoment, readMoment } from './times.js';

const EXDATES = datesOrTimesAt('exdates');
const RDATES = datesOrTimesAt('rdates');

/** The keys of an event template: schedules and breaks have them. */
export const recurringFields = {
  start: required(
    textOf('a time such as 2026-10-05T09:00', { pattern: MOMENT_PATTERN }),
    "Start of the first occurrence, in the calendar's zone: 2026-10-05T09:00. Without rrule it may carry an offset.",
  ),
  end: required(
    textOf('a time such as 2026-10-05T14:00', { pattern: MOMENT_PATTERN }),
    'End of the first occurrence, after the start; may be on a later date.',
  ),
  rrule: optional(
    ruleText,
    'How it recurs: the value of an RFC 5545 RRULE, such as FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR.',
  ),
  exdates: optional(EXDATES, 'Dates, or local times of starts, without an occurrence.'),
  rdates: optional(
    RDATES,
    'More dates with an occurrence at the same time of day, or more local times of starts.',
  ),
};

interface WithEvent extends Parent {
  readonly known: {
    readonly start?: string | undefined;
    readonly end?: string | undefined;
    readonly rrule?: string | undefined;
  } & Parent['known'];
}

/** Reads the times and the recurrence of a schedule or a break. */
export function readRecurring(
  event: WithEvent,
  zone: Zone | undefined,
  reading: Reading,
): Recurring | undefined {
  const { errors } = reading;
  const { known, path } = event;
  const read = tried(event, 'rrule') ? readLocalMoment : readMoment;
  const start = read(known.start, path, 'start', errors);
  const end = read(known.end, path, 'end', errors);
  const firstDate = start?.kind === 'local' ? dateOf(start.wall) : undefined;
  const rrule = readRule(known.rrule, firstDate, event, reading);
  const exdates = readDatesOrTimes(event, EXDATES, errors);
  const rdates = readDatesOrTimes(event, RDATES, errors);
  const length = readLength(start, end, zone, path, errors);
  const recurs = tried(event, 'rrule') || rdates.length > 0;
  if (recurs && length !== undefined && length > MAX_OCCURRENCE_DAYS * MINUTES_PER_DAY) {
    const limitDays = MAX_OCCURRENCE_DAYS;
    const expected = `an end at most ${limitDays} days after the start, as it recurs`;
    errors.add(at(path, 'end'), { type: 'too-long', limitDays }, expected);
  }
  if (start === undefined || end === undefined) return undefined;
  return { start, end, rrule, exdates, rdates };
}
