import * as z from 'zod';
import type { DateOrTime, Recurring } from '../../recurrence/event.js';
import type { RecurrenceRule } from '../../recurrence/rule.js';
import type { Moment } from '../../time/iso.js';
import { dateOf, MINUTES_PER_DAY } from '../../time/units.js';
import type { ZoneId } from '../../time/zoneId.js';
import { MAX_ITEMS, MAX_OCCURRENCE_DAYS, MAX_RULE_LENGTH } from '../limits.js';
import { at } from '../path.js';
import { dateOrTimeSchema, readDates } from './dates.js';
import { checkOrder, readLocalMoment, readMoment } from './moment.js';
import type { Reading } from './reading.js';
import type { Parent } from './record.js';
import { textOf, unread } from './text.js';

const RULE = 'a recurrence rule such as FREQ=WEEKLY;BYDAY=MO';

/** The keys of an event template: schedules and breaks have them. */
export const recurringKeys = {
  start: textOf('a time such as 2026-10-05T09:00').describe(
    "Start of the first occurrence, in the calendar's zone: 2026-10-05T09:00. Without rrule it may carry an offset.",
  ),
  end: textOf('a time such as 2026-10-05T14:00').describe(
    'End of the first occurrence, after the start; may be on a later date.',
  ),
  rrule: textOf(RULE)
    .max(MAX_RULE_LENGTH, { error: `${RULE}, of at most ${MAX_RULE_LENGTH} characters` })
    .optional()
    .describe(
      'How it recurs: the value of an RFC 5545 RRULE, such as FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR.',
    ),
  exdates: z
    .array(dateOrTimeSchema)
    .max(MAX_ITEMS.dates)
    .optional()
    .describe('Dates, or local times of starts, without an occurrence.'),
  rdates: z
    .array(dateOrTimeSchema)
    .max(MAX_ITEMS.dates)
    .optional()
    .describe(
      'More dates with an occurrence at the same time of day, or more local times of starts.',
    ),
};

/** The same keys where the lists are read by themselves. */
export const recurringFrame = { exdates: unread, rdates: unread };

/** What is right among the keys of an event template. */
export interface KnownRecurring {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly rrule?: string | undefined;
  readonly exdates?: unknown;
  readonly rdates?: unknown;
}

/** Reads the times and the recurrence of a schedule or a break. */
export function readRecurring(
  known: KnownRecurring,
  parent: Parent,
  zone: ZoneId | undefined,
  reading: Reading,
): Recurring | undefined {
  const { errors } = reading;
  const read = parent.tried('rrule') ? readLocalMoment : readMoment;
  const start = read(known.start, at(parent.path, 'start'), errors);
  const end = read(known.end, at(parent.path, 'end'), errors);
  const rrule = readRule(known.rrule, start, parent, reading);
  const exdates = readDates(known.exdates, parent, 'exdates', reading);
  const rdates = readDates(known.rdates, parent, 'rdates', reading);
  const length = checkOrder(start, end, zone, parent.path, errors);
  const recurs = parent.tried('rrule') || (rdates?.length ?? 0) > 0;
  if (recurs && length !== undefined && length > MAX_OCCURRENCE_DAYS * MINUTES_PER_DAY) {
    const limitDays = MAX_OCCURRENCE_DAYS;
    const expected = `an end at most ${limitDays} days after the start, as it recurs`;
    errors.add(at(parent.path, 'end'), { type: 'too-long', limitDays }, expected);
  }
  const none: readonly DateOrTime[] = [];
  if (start === undefined || end === undefined) return undefined;
  return { start, end, rrule, exdates: exdates ?? none, rdates: rdates ?? none };
}

function readRule(
  text: string | undefined,
  start: Moment | undefined,
  parent: Parent,
  { errors, rule, matches }: Reading,
): RecurrenceRule | undefined {
  if (text === undefined) return undefined;
  const path = at(parent.path, 'rrule');
  const parsed = rule(text);
  if (parsed.isErr()) {
    const problem = { type: 'invalid-rule', reason: parsed.error } as const;
    errors.add(path, problem, RULE);
    return undefined;
  }
  if (start?.kind === 'local' && !matches(text, parsed.value, dateOf(start.wall))) {
    const expected = 'a rule that has a date from the start on';
    errors.add(path, { type: 'rule-never-matches' }, expected);
  }
  return parsed.value;
}
