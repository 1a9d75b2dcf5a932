import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { WorkPeriod } from '../calendar/configuration.js';
import type { Slot } from '../calendar/slots.js';
import { growingSet, type IntervalSet, subtract, unionOfSorted } from '../interval/set.js';
import { type Instant, plus } from '../time/units.js';
import { type Finding, finding, lengthText, timeText } from './finding.js';
import { firstFindings } from './firstFindings.js';

/** stranded-time: minutes of a base period that no free slot can cover, whatever the time of day is now. */
export function strandedTime(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, basePeriods, blockedTime } = detailed;
  const free = subtract(unionOfSorted(basePeriods), blockedTime);
  const stranded = subtract(free, visitTime(detailed));
  const minutes = minutesWithin(basePeriods, stranded);
  const partly = basePeriods.flatMap(({ start, end }, index) => {
    const count = minutes[index] ?? 0;
    return count === 0 ? [] : [{ start, end, count }];
  });
  return firstFindings(partly, ({ count, ...period }) => {
    const message = `${lengthText(count)} of ${timeText(period, zone)} cannot be booked by anybody: adjust the hours, the durations or what blocks them.`;
    return finding('stranded-time', calendar.id, period, [], message);
  });
}

/** The time that visits could take: for each slot that of the longest service which fits there. */
function visitTime({ basePeriods, freeSlots }: DetailedCalendar): IntervalSet<Instant> {
  const { add, set } = growingSet<Instant>();
  const longest = new Map<Slot['addressServiceIds'], number>();
  let next = 0;
  for (const { start, addressServiceIds } of freeSlots) {
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
