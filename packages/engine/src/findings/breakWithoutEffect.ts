import type { Blocked } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { meetsInOrder } from '../interval/set.js';
import { type Finding, finding, timeText } from './finding.js';
import { firstFindings } from './firstFindings.js';

/**
 * break-without-effect: a break overlaps no work period, a carved one no base period. One that is sent is
 * judged occurrence by occurrence, since each is a call saved; another only if none has an effect.
 */
export function breaksWithoutEffect(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone } = detailed;
  return firstFindings(timesWithoutEffect(detailed), (time) => {
    const { id, publish } = time.source;
    const [what, period] = [
      time.kind === 'booking' ? 'Booking' : 'Break',
      publish === 'carve' ? 'base period' : 'work period',
    ];
    const message = `${what} ${id} at ${timeText(time, zone)} overlaps no ${period}, so it is not needed there.`;
    return finding('break-without-effect', calendar.id, time, [id], message);
  });
}

/** What is sent in vain, and the first occurrences of other breaks that have no effect at all; each once. */
function timesWithoutEffect({
  basePeriods,
  workPeriods,
  blocked,
}: DetailedCalendar): readonly Blocked[] {
  const [meetsBase, meetsWork] = [meetsInOrder(basePeriods), meetsInOrder(workPeriods)];
  const sent: Blocked[] = [];
  /** Of each other break its first occurrence, as long as none has an effect. */
  const inVain = new Map<Blocked['source'], Blocked | undefined>();
  for (const time of blocked) {
    const { kind, source } = time;
    if (source.publish === 'break') {
      if (!meetsWork(time) && !isSame(time, sent.at(-1))) sent.push(time);
    } else if (kind === 'break') {
      const hasEffect = source.publish === 'carve' ? meetsBase(time) : meetsWork(time);
      if (hasEffect) inVain.set(source, undefined);
      else if (!inVain.has(source)) inVain.set(source, time);
    }
  }
  return [...sent, ...[...inVain.values()].filter((time) => time !== undefined)];
}

/** A gap moves occurrences of a break onto another of it, which then comes right before. */
function isSame(a: Blocked, b: Blocked | undefined): boolean {
  return b !== undefined && a.source.id === b.source.id && a.start === b.start && a.end === b.end;
}
