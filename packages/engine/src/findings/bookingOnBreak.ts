import type { BreakTime } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { Booking } from '../document/clinic.js';
import { type Interval, intersect } from '../interval/interval.js';
import { type Grouped, overlappingAcross, take } from '../interval/pairs.js';
import { meets, union } from '../interval/set.js';
import type { Instant } from '../time/units.js';
import { type Finding, finding, MAX_PAIRS, timeText } from './finding.js';

/** A booking and a break, and the time that they share. */
interface Pair {
  readonly booking: string;
  readonly pause: string;
  readonly shared: Interval<Instant>;
}

/** booking-on-break: an active booking overlaps a break. */
export function bookingsOnBreaks(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone } = detailed;
  return take(pairs(detailed), MAX_PAIRS).map(({ booking, pause, shared }) => {
    const message = `Booking ${booking} lies on break ${pause} at ${timeText(shared, zone)}: move the booking or shorten the break.`;
    return finding('booking-on-break', calendar.id, shared, [booking, pause], message);
  });
}

/** Each once: a booking may lie on two occurrences of one break. */
function* pairs({ visits, breaks }: DetailedCalendar): Generator<Pair> {
  const paused = union(breaks);
  const affected = visits.filter((visit) => meets(paused, visit));
  if (affected.length === 0) return;
  const items: readonly Grouped<Booking | BreakTime, 'booking' | 'break'>[] = [
    ...affected.map((interval) => ({ interval, group: 'booking' as const })),
    ...breaks.map((interval) => ({ interval, group: 'break' as const })),
  ];
  const seen = new Set<string>();
  for (const [first, second] of overlappingAcross(items)) {
    const [a, b] = [first.interval, second.interval];
    const shared = intersect(a, b);
    if (shared === undefined) continue;
    const [booking, pause] = first.group === 'booking' ? [idOf(a), idOf(b)] : [idOf(b), idOf(a)];
    const key = JSON.stringify([shared.start, shared.end, booking, pause]);
    if (seen.has(key)) continue;
    seen.add(key);
    yield { booking, pause, shared };
  }
}

const idOf = (time: Booking | BreakTime): string => ('source' in time ? time.source.id : time.id);
