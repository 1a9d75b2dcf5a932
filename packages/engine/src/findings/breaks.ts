import type { Blocked } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { meets } from '../interval/set.js';
import { type Finding, finding, timeText } from './finding.js';

/** break-duplicate: two breaks for the endpoint with the same since, till and description. */
export function duplicateBreaks({
  calendar,
  zone,
  breaksToSend,
}: DetailedCalendar): readonly Finding[] {
  const seen = new Map<string, Blocked>();
  return breaksToSend.flatMap((time) => {
    const key = JSON.stringify([time.start, time.end, time.description]);
    const twin = seen.get(key);
    seen.set(key, time);
    if (twin === undefined) return [];
    const ids = [twin.id, time.id].sort();
    const message = `Breaks ${ids.join(' and ')} would be the same break at Docplanner (${timeText(time, zone)}, same description), which refuses the second: remove one or describe them differently.`;
    return [finding('break-duplicate', calendar.id, time, ids, message)];
  });
}

/**
 * break-without-effect: a break overlaps no work period. One that is sent is judged occurrence by
 * occurrence, since each is a call saved; another only if none of its occurrences has an effect.
 */
export function breaksWithoutEffect(facts: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, basePeriods, workPeriods, blocked } = facts;
  const hasEffect = (time: Blocked): boolean =>
    meets(time.publish === 'carve' ? basePeriods : workPeriods, time);
  const report = (time: Blocked): Finding => {
    const message = `${time.kind === 'booking' ? 'Booking' : 'Break'} ${time.id} at ${timeText(time, zone)} overlaps no work period, so it is not needed there.`;
    return finding('break-without-effect', calendar.id, time, [time.id], message);
  };
  const sendable = blocked.filter(({ publish }) => publish === 'break');
  const others = blocked.filter(({ kind, publish }) => kind === 'break' && publish !== 'break');
  const effective = new Set(others.filter(hasEffect).map(({ id }) => id));
  const firstOfOthers = new Map<string, Blocked>();
  for (const time of others) {
    if (!effective.has(time.id) && !firstOfOthers.has(time.id)) firstOfOthers.set(time.id, time);
  }
  return [...sendable.filter((time) => !hasEffect(time)), ...firstOfOthers.values()].map(report);
}
