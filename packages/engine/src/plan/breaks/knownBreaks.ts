import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import { type Interval, overlaps } from '../../interval/interval.js';
import type { Instant } from '../../time/units.js';
import { wireTime } from '../../time/wireTime.js';
import type { KnownBreak, KnownCalendar, RemoteBreak } from '../known.js';

/** A break of ours with its time read. */
export interface PlacedBreak {
  readonly known: KnownBreak;
  readonly time: Interval<Instant>;
}

/** From the first instant of the horizon to the end of its last date; undefined if it has no date. */
export function horizonSpan({
  dates,
}: Pick<ComputedCalendar, 'dates'>): Interval<Instant> | undefined {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { start: first.start, end: last.end };
}

/**
 * What is known of a calendar after its breaks have been read back over the horizon: breaks of ours that
 * are gone are forgotten, those that were moved have the times that they have at Docplanner. Breaks outside
 * the horizon stay as they are known, as they are not read back.
 *
 * Law: planning from what it returns is planning from `known` with `remote`.
 *
 * @example
 * withBreaksReadBack(NOTHING_KNOWN, [], { dates: [] }) // => { dates: {}, breaks: [] }
 */
export function withBreaksReadBack(
  known: KnownCalendar,
  remote: readonly RemoteBreak[],
  horizon: Pick<ComputedCalendar, 'dates'>,
): KnownCalendar {
  const span = horizonSpan(horizon);
  const byId = new Map(remote.map((each) => [each.id, each]));
  const breaks = known.breaks.flatMap((own): KnownBreak[] => {
    const found = byId.get(own.id);
    const time = wireTime(own.since, own.till);
    if (found !== undefined) {
      const there = wireTime(found.since, found.till);
      const isSame = time?.start === there?.start && time?.end === there?.end;
      return [isSame ? own : { ...own, since: found.since, till: found.till }];
    }
    const wouldBeListed = span !== undefined && time !== undefined && overlaps(time, span);
    return wouldBeListed ? [] : [own];
  });
  return { ...known, breaks };
}

/** The known breaks that overlap the horizon, by start, end and id. */
export function placedWithin(
  breaks: readonly KnownBreak[],
  span: Interval<Instant>,
): readonly PlacedBreak[] {
  return breaks
    .flatMap((known): PlacedBreak[] => {
      const time = wireTime(known.since, known.till);
      return time === undefined || !overlaps(time, span) ? [] : [{ known, time }];
    })
    .sort(byTimeAndId);
}

function byTimeAndId(a: PlacedBreak, b: PlacedBreak): number {
  return (
    a.time.start - b.time.start ||
    a.time.end - b.time.end ||
    Number(a.known.id > b.known.id) - Number(a.known.id < b.known.id)
  );
}
