import type { Recurring } from '../../src/recurrence/event.js';
import type { RecurrenceRule, Until } from '../../src/recurrence/rule.js';
import type { Moment } from '../../src/time/iso.js';
import { type Clock, DAY, dateOfWall } from './clock.js';
import type { Range } from './range.js';
import { matchingDates } from './rule.js';

/** An occurrence, and the floating local date on which it starts. */
export interface Occurrence extends Range {
  readonly date: number;
}

/** The dates of interest: `from` through `through`. */
export interface Dates {
  readonly from: number;
  readonly through: number;
}

function instantOf(moment: Moment, place: (wall: number) => number): number {
  return moment.kind === 'exact' ? moment.instant : place(moment.wall);
}

export function wallOf(moment: Moment, clock: Clock): number {
  return moment.kind === 'local' ? moment.wall : clock.wallAt(moment.instant);
}

/** UNTIL is inclusive; as a date it means through the end of that local date. */
function lastWall(until: Until, clock: Clock): number {
  switch (until.kind) {
    case 'date':
      return until.date * DAY + DAY - 1;
    case 'local':
      return until.wall;
    case 'utc':
      return clock.wallAt(until.instant);
  }
}

function ruleStarts(
  rule: RecurrenceRule,
  start: number,
  lastDate: number,
  clock: Clock,
): readonly number[] {
  const date = dateOfWall(start);
  const timeOfDay = start - date * DAY;
  const limit = rule.until === undefined ? Number.POSITIVE_INFINITY : lastWall(rule.until, clock);
  return matchingDates(rule, date, lastDate)
    .slice(0, rule.count)
    .map((match) => match * DAY + timeOfDay)
    .filter((wall) => wall <= limit);
}

/** The floating local starts of an event: rule (or the one start), plus RDATE, less EXDATE. */
export function floatingStarts(
  event: Recurring,
  lastDate: number,
  clock: Clock,
): readonly number[] {
  const start = wallOf(event.start, clock);
  const timeOfDay = start - dateOfWall(start) * DAY;
  const starts = new Set(
    event.rrule === undefined ? [start] : ruleStarts(event.rrule, start, lastDate, clock),
  );
  for (const rdate of event.rdates) {
    starts.add(rdate.kind === 'date' ? rdate.date * DAY + timeOfDay : rdate.wall);
  }
  const excluded = (wall: number): boolean =>
    event.exdates.some((exdate) =>
      exdate.kind === 'date' ? exdate.date === dateOfWall(wall) : exdate.wall === wall,
    );
  return [...starts].filter((wall) => !excluded(wall)).sort((a, b) => a - b);
}

/** Every occurrence of an event that may overlap the dates, placed in the zone; `startAt` places its start. */
export function occurrencesOf(
  event: Recurring,
  dates: Dates,
  clock: Clock,
  startAt: (wall: number) => number,
): readonly Occurrence[] {
  const first = wallOf(event.start, clock);
  const length = wallOf(event.end, clock) - first;
  const found: Occurrence[] = [];
  for (const wall of floatingStarts(event, dates.through + 1, clock)) {
    const tooEarly = wall + length < (dates.from - 2) * DAY;
    const tooLate = wall > (dates.through + 2) * DAY;
    if (tooEarly || tooLate) continue;
    const template = wall === first;
    const start = template ? instantOf(event.start, startAt) : startAt(wall);
    const end = template ? instantOf(event.end, clock.place) : clock.place(wall + length);
    if (start < end) found.push({ date: dateOfWall(wall), start, end });
  }
  return found;
}
