import { dateOf, type Instant, type LocalDate, MINUTES_PER_DAY, plus } from '../time/units.js';
import { type Placed, placeMoment, type Zone } from '../time/zone.js';
import type { DateRange } from './dates/periods.js';
import type { Recurring } from './event.js';
import { localStarts, wallOf } from './localStarts.js';

/**
 * One occurrence of an event. `date` is the local date on which it starts, before a gap moves it. After
 * a gap `end` may be at or before `start`.
 */
export interface Occurrence {
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  readonly startKind: Placed['kind'];
  readonly endKind: Placed['kind'];
}

/** A gap moves an end forward by a day at most (Apia skipped one in 2011): look as much further back. */
const GAP_DAYS = 1;

/**
 * The occurrences of an event that start on the dates of a range, reach into them from earlier ones or
 * end at their first instant (a bound there may not exist, or occur twice), sorted by start, each once:
 * what the rule and RDATE give, less EXDATE.
 */
export function occurrences(event: Recurring, zone: Zone, range: DateRange): readonly Occurrence[] {
  const first = wallOf(event.start, zone);
  const length = wallOf(event.end, zone) - first;
  const days = Math.max(0, Math.ceil(length / MINUTES_PER_DAY)) + GAP_DAYS;
  const times = localStarts(event, zone, {
    from: plus(range.from, -days),
    through: range.through,
  });
  const [rangeStart, rangeEnd] = [zone.startOf(range.from), zone.startOf(plus(range.through, 1))];
  const found: Occurrence[] = [];
  let inOrder = true;
  let latest = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    const isFirst = time === first;
    const start = isFirst ? placeMoment(event.start, zone) : zone.place(time);
    const end = isFirst ? placeMoment(event.end, zone) : zone.place(plus(time, length));
    const occurrence = occurrenceOf(dateOf(time), start, end);
    const touches = occurrence.end >= rangeStart && occurrence.start < rangeEnd;
    if (occurrence.date < range.from && !touches) continue;
    found.push(occurrence);
    // What RDATE adds comes last, and a gap may move a start past the next.
    if (occurrence.start < latest) inOrder = false;
    latest = occurrence.start;
  }
  return inOrder ? found : found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function occurrenceOf(date: LocalDate, start: Placed, end: Placed): Occurrence {
  return {
    date,
    start: start.instant,
    end: end.instant,
    startKind: start.kind,
    endKind: end.kind,
  };
}
