import { periodsThroughMidnight } from '../calendar/basePeriods.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { WorkPeriod } from '../calendar/configuration.js';
import type { PublishedService } from '../calendar/template.js';
import { covers, firstEndingAfter, union } from '../interval/set.js';
import type { DateSpan } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import { clockText, type Finding, finding, serviceIds, timeText } from './finding.js';

/**
 * What ending at 23:59 does to the periods that would end at midnight: midnight-slot-lost where a start is
 * lost by it, else midnight-clamped.
 */
export function shortenedPeriods(detailed: DetailedCalendar): readonly Finding[] {
  const { dates, windows } = detailed;
  const open = union(windows);
  const reaching = dates.filter(({ end }) => covers(open, { start: plus(end, -1), end }));
  if (reaching.length === 0) return [];
  const whole = periodsThroughMidnight(windows, reaching);
  return reaching.flatMap((date) => {
    const last = firstEndingAfter(whole, plus(date.end, -1));
    const lost = last === undefined ? [] : lostSlots(last, date, detailed);
    return lost.length > 0 ? lost : clampedPeriod(date, detailed);
  });
}

/** midnight-slot-lost: a start from which a visit would end at midnight is not offered. */
function lostSlots(
  period: WorkPeriod,
  { end }: DateSpan,
  { calendar, zone }: DetailedCalendar,
): readonly Finding[] {
  if (period.end !== end) return [];
  const { cell, services } = period.configuration;
  const startOf = ({ duration }: PublishedService): Instant => plus(end, -duration);
  const losing = services.filter((service) => {
    const start = startOf(service);
    return start >= period.start && (start - period.start) % cell === 0;
  });
  if (losing.length === 0) return [];
  const ids = serviceIds(calendar, losing);
  const starts = [...new Set(losing.map(startOf))].sort((a, b) => a - b);
  const times = starts.map((start) => clockText(zone.toWall(start))).join(' and ');
  const message = `In ${timeText(period, zone)} the last start of ${ids.join(' and ')} (${times}) is not offered, because Docplanner takes no work period that ends at midnight: end the hours later or let them start earlier.`;
  return [finding('midnight-slot-lost', calendar.id, period, ids, message)];
}

/** midnight-clamped: a base period was shortened to end at the last minute of its date. */
function clampedPeriod(
  { end }: DateSpan,
  { calendar, zone, basePeriods, availability }: DetailedCalendar,
): readonly Finding[] {
  const period = firstEndingAfter(basePeriods, plus(end, -2));
  if (period === undefined || period.end !== plus(end, -1)) return [];
  const across = { start: plus(end, -2), end };
  const shortened = period.configuration.services.some(({ addressServiceId }) => {
    const open = availability.get(addressServiceId);
    return open !== undefined && covers(open, across);
  });
  if (!shortened) return [];
  const message = `The work period ${timeText(period, zone)} ends a minute before midnight, because Docplanner takes none that ends on the next date; no action is needed.`;
  return [finding('midnight-clamped', calendar.id, period, [], message)];
}
