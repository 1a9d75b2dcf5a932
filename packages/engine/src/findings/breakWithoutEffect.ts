import type { Blocked } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { meets } from '../interval/set.js';
import { type Finding, finding, timeText } from './finding.js';

/**
 * break-without-effect: a break overlaps no work period, a carved one no base period. One that is sent is
 * judged occurrence by occurrence, since each is a call saved; another only if none has an effect.
 */
export function breaksWithoutEffect(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, basePeriods, workPeriods, blocked } = detailed;
  const hasEffect = (time: Blocked): boolean =>
    meets(time.publish === 'carve' ? basePeriods : workPeriods, time);
  const sent = blocked.filter(({ publish }) => publish === 'break');
  const others = blocked.filter(({ kind, publish }) => kind === 'break' && publish !== 'break');
  const effective = new Set(others.filter(hasEffect).map(({ id }) => id));
  const firstOfOthers = new Map<string, Blocked>();
  for (const time of others) {
    if (!effective.has(time.id) && !firstOfOthers.has(time.id)) firstOfOthers.set(time.id, time);
  }
  return [...sent.filter((time) => !hasEffect(time)), ...firstOfOthers.values()].map((time) => {
    const [what, period] = [
      time.kind === 'booking' ? 'Booking' : 'Break',
      time.publish === 'carve' ? 'base period' : 'work period',
    ];
    const message = `${what} ${time.id} at ${timeText(time, zone)} overlaps no ${period}, so it is not needed there.`;
    return finding('break-without-effect', calendar.id, time, [time.id], message);
  });
}
