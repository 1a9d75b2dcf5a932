import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { WorkPeriod } from '../calendar/configuration.js';
import type { Slot } from '../calendar/slots.js';
import { covers, growingSet, type IntervalSet, subtract, unionOfSorted } from '../interval/set.js';
import type { Instant } from '../time/units.js';
import { plus } from '../time/units.js';
import { type Finding, finding, lengthText, timeText } from './finding.js';

function serviceIds({ configuration }: WorkPeriod): readonly string[] {
  return configuration.services.map(({ addressServiceId }) => addressServiceId);
}

/** grid-collapse: a base period's grid is less than half of its shortest duration. */
export function collapsedGrids({
  calendar,
  zone,
  basePeriods,
}: DetailedCalendar): readonly Finding[] {
  return basePeriods.flatMap((period) => {
    const { cell, shortest } = period.configuration;
    if (cell * 2 >= shortest) return [];
    const ids = serviceIds(period);
    const starts = cell === 1 ? 'every minute' : `every ${cell} minutes`;
    const message = `At ${timeText(period, zone)} the durations of ${ids.join(' and ')} make starts ${starts}, though the shortest visit takes ${shortest}: use durations with a larger common divisor.`;
    return [finding('grid-collapse', calendar.id, period, ids, message)];
  });
}

/** stranded-time: minutes of a base period that no free slot can cover. */
export function strandedTime(facts: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, basePeriods, blockedTime } = facts;
  const free = subtract(unionOfSorted(basePeriods), blockedTime);
  const stranded = subtract(free, visitTime(facts));
  const minutes = minutesWithin(basePeriods, stranded);
  return basePeriods.flatMap((period, index) => {
    const count = minutes[index] ?? 0;
    if (count === 0) return [];
    const message = `${lengthText(count)} of ${timeText(period, zone)} cannot be booked by anybody: adjust the hours, the durations or what blocks them.`;
    return [finding('stranded-time', calendar.id, period, [], message)];
  });
}

/** The time that visits could take: for each slot that of the longest service which fits there. */
function visitTime({ basePeriods, slots }: DetailedCalendar): IntervalSet<Instant> {
  const { add, set } = growingSet<Instant>();
  const longest = new Map<Slot['addressServiceIds'], number>();
  let next = 0;
  for (const { start, addressServiceIds } of slots) {
    let period = basePeriods[next];
    while (period !== undefined && period.end <= start) {
      next += 1;
      period = basePeriods[next];
    }
    const known = longest.get(addressServiceIds);
    const length = known ?? longestOf(addressServiceIds, period);
    if (known === undefined) longest.set(addressServiceIds, length);
    add(start, plus(start, length));
  }
  return set;
}

function longestOf(ids: Slot['addressServiceIds'], period: WorkPeriod | undefined): number {
  const offered = new Set(ids);
  const durations = period?.configuration.services
    .filter(({ addressServiceId }) => offered.has(addressServiceId))
    .map(({ duration }) => duration);
  return Math.max(0, ...(durations ?? []));
}

function minutesWithin(
  periods: readonly WorkPeriod[],
  set: IntervalSet<Instant>,
): readonly number[] {
  let next = 0;
  return periods.map(({ start, end }) => {
    let count = 0;
    for (; ; next += 1) {
      const member = set[next];
      if (member === undefined || member.start >= end) break;
      count += Math.max(0, Math.min(member.end, end) - Math.max(member.start, start));
      if (member.end > end) break;
    }
    return count;
  });
}

/** midnight-clamped: a period was shortened to end at the last minute of its date. */
export function clampedPeriods(facts: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, dates, basePeriods, availability } = facts;
  const lastMinutes = new Set<Instant>(dates.map(({ end }) => plus(end, -1)));
  return basePeriods.flatMap((period) => {
    if (!lastMinutes.has(period.end)) return [];
    const across = { start: plus(period.end, -1), end: plus(period.end, 1) };
    const shortened = period.configuration.services.some(({ addressServiceId }) => {
      const open = availability.get(addressServiceId);
      return open !== undefined && covers(open, across);
    });
    if (!shortened) return [];
    const message = `The work period ${timeText(period, zone)} ends a minute before midnight, because Docplanner takes none that ends on the next date; no action is needed.`;
    return [finding('midnight-clamped', calendar.id, period, [], message)];
  });
}
