import {
  dateOf,
  type Instant,
  instantFromWall,
  type LocalDate,
  MINUTES_PER_DAY,
  plus,
  type WallTime,
} from '../time/units.js';
import type { Placed, Zone } from '../time/zone.js';
import type { DateRange } from './dates/periods.js';
import type { Recurring } from './event.js';
import { localStarts, wallOf } from './localStarts.js';
import { type PlacedRange, placeRange } from './placement.js';

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
 * The occurrences of an event that start on the dates of a range or reach into them from earlier ones,
 * sorted by start, each once: what the rule and RDATE give, less EXDATE.
 */
export function occurrences(event: Recurring, zone: Zone, dates: DateRange): readonly Occurrence[] {
  const range = placeRange(zone, dates);
  const first = wallOf(event.start, zone);
  const length = wallOf(event.end, zone) - first;
  const days = Math.max(0, Math.ceil(length / MINUTES_PER_DAY)) + GAP_DAYS;
  const times = localStarts(event, zone, {
    from: plus(dates.from, -days),
    through: dates.through,
  });
  const found: Occurrence[] = [];
  let inOrder = true;
  let latest = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    const occurrence =
      time === first ? firstOccurrence(event, zone) : occurrenceAt(time, length, zone, range);
    if (occurrence.date < range.from && !reaches(occurrence, range)) continue;
    found.push(occurrence);
    // What RDATE adds comes last, and a gap may move a start past the next.
    if (occurrence.start < latest) inOrder = false;
    latest = occurrence.start;
  }
  return inOrder ? found : found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function reaches({ start, end }: Occurrence, range: PlacedRange): boolean {
  return end > range.start && start < range.end;
}

/** The first one may have exact times, which stay as they are. */
function firstOccurrence(event: Recurring, zone: Zone): Occurrence {
  const place = (moment: Recurring['start']): Placed =>
    moment.kind === 'local' ? zone.place(moment.wall) : { instant: moment.instant, kind: 'once' };
  return occurrenceOf(dateOf(wallOf(event.start, zone)), place(event.start), place(event.end));
}

function occurrenceAt(time: WallTime, length: number, zone: Zone, range: PlacedRange): Occurrence {
  const date = dateOf(time);
  const offset = range.steadyOffsets[date - range.from] ?? Number.NaN;
  if (!Number.isNaN(offset) && length <= MINUTES_PER_DAY && length >= 0) {
    const start = instantFromWall(time, offset);
    return { date, start, end: plus(start, length), startKind: 'once', endKind: 'once' };
  }
  return occurrenceOf(date, zone.place(time), zone.place(plus(time, length)));
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
