import type { PublishedService } from '../calendar/template.js';
import type { IntervalSet } from '../interval/set.js';
import { firstEndingAfter, meeting, union } from '../interval/set.js';
import { type DateSpan, dateSpans, withinReach } from '../time/horizon.js';
import { type Instant, MINUTES_PER_DAY, minuteOfDay, plus } from '../time/units.js';
import { type Zone, zoneOf } from '../time/zone.js';
import type { ServiceList } from './serviceList.js';
import type { ShownCalendar } from './shownCalendar.js';

/** What one local date shows, in minutes after its first instant. */
export interface ShownDate {
  readonly span: DateSpan;
  /** True if its minutes are those of the clock on the wall: no change of the clock lies in it. */
  readonly isPlain: boolean;
  /** What would start before this minute is not shown, and so not known. */
  readonly knownFrom: number;
  /** By start, in the calendar's order of services. */
  readonly starts: ReadonlyMap<number, readonly PublishedService[]>;
  readonly hidden: IntervalSet<Instant>;
  /** Minutes from one of the date until hidden time begins; 0 in hidden time. */
  readonly room: (minute: number) => number;
}

/** The dates of a horizon, as far as Docplanner takes slots, with what they show. */
export function shownDates(shown: ShownCalendar, list: ServiceList): readonly ShownDate[] {
  const { timezone, now } = shown;
  const zone = zoneOf(timezone);
  const allHidden = union(shown.hidden);
  const slots = shown.slots.filter(({ start }) => start >= now);
  return dateSpans(zone, withinReach(shown.horizon, zone, now)).map((span) => {
    const hidden = union(meeting(allHidden, span));
    const own = slots.filter(({ start }) => start >= span.start && start < span.end);
    return {
      span,
      isPlain: isPlain(span, zone),
      knownFrom: now - span.start,
      starts: startsOf(own, span, list),
      hidden,
      room: (minute) => {
        const at = plus(span.start, minute);
        const next = firstEndingAfter(hidden, at);
        return next === undefined ? Number.POSITIVE_INFINITY : Math.max(0, next.start - at);
      },
    };
  });
}

function isPlain({ start, end }: DateSpan, zone: Zone): boolean {
  return (
    end - start === MINUTES_PER_DAY &&
    minuteOfDay(zone.toWall(start)) === 0 &&
    zone.offsetAt(start) === zone.offsetAt(plus(end, -1))
  );
}

function startsOf(
  slots: ShownCalendar['slots'],
  span: DateSpan,
  { services, published }: ServiceList,
): ReadonlyMap<number, readonly PublishedService[]> {
  const byStart = new Map<number, Map<number, PublishedService>>();
  for (const { start, services: said } of slots) {
    const minute = start - span.start;
    const known = byStart.get(minute) ?? new Map<number, PublishedService>();
    byStart.set(minute, known);
    // An answer that does not say which services a start is for is taken for all of them.
    for (const each of said.length > 0 ? said : services) {
      const service = published(each);
      if (service !== undefined && !known.has(service.order)) known.set(service.order, service);
    }
  }
  return new Map(
    [...byStart]
      .sort(([a], [b]) => a - b)
      .map(([minute, known]) => [minute, [...known.values()].sort((a, b) => a.order - b.order)]),
  );
}
