import * as fc from 'fast-check';
import { formatUtc, parseWallTime } from '../time/iso.js';
import { zoneOf } from '../time/zone.js';
import { zoneId } from '../time/zoneId.js';
import { monthlyPattern, type Pattern, yearlyPattern } from './rulePattern.js';
import { addDays, wallText, weekdayOf } from './wallText.js';
import { WEEKDAYS, type WeekdayName, weekdays } from './weekday.js';

export interface RuleOptions {
  /** The rule's DTSTART: date and minutes after its midnight. Default: 2026-10-05, 9:00. */
  readonly date?: string;
  readonly minute?: number;
  /** The zone of an UNTIL in UTC. Default: Europe/Madrid. */
  readonly timezone?: string;
}

function dailyOrWeekly(date: string): fc.Arbitrary<Pattern> {
  const own = WEEKDAYS[weekdayOf(date)] ?? 'MO';
  return fc
    .record({
      freq: fc.constantFrom('WEEKLY', 'DAILY'),
      interval: fc.constantFrom('', ';INTERVAL=1', ';INTERVAL=2', ';INTERVAL=3'),
      byDay: fc.oneof(
        fc.constant<readonly WeekdayName[]>([]),
        weekdays().map((days) => [...new Set([own, ...days])]),
        weekdays(),
      ),
      wkst: fc.constantFrom('', '', ';WKST=MO', ';WKST=SU', ';WKST=WE'),
      setPos: fc.constantFrom('', '', '', '', ';BYSETPOS=1', ';BYSETPOS=-1'),
    })
    .map(({ freq, interval, byDay, wkst, setPos }) => {
      const start = `FREQ=${freq}${interval}${wkst}`;
      if (byDay.length === 0) return { text: start, matchesStart: true };
      return {
        text: `${start};BYDAY=${byDay.join(',')}${setPos}`,
        matchesStart: setPos === '' && byDay.includes(own),
      };
    });
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

function utcText(local: string, timezone: string): string | undefined {
  return parseWallTime(local)
    .andThen((wall) => zoneId(timezone).map((id) => formatUtc(zoneOf(id).place(wall).instant)))
    .unwrapOr(undefined);
}

/** COUNT, or UNTIL in one of its three forms, never before the start; sometimes exactly at a start. */
function bound(date: string, minute: number, timezone: string): fc.Arbitrary<Bound> {
  return fc
    .record({
      count: fc.integer({ min: 1, max: 40 }),
      days: fc.integer({ min: 0, max: 40 }),
      later: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1439 })),
      form: fc.constantFrom('none', 'count', 'date', 'local', 'utc'),
    })
    .map(({ count, days, later, form }) => {
      const counted = `;COUNT=${count}`;
      if (form === 'none') return { text: '', otherwise: '' };
      if (form === 'count') return { text: counted, otherwise: counted };
      const wall = wallText(addDays(date, days), minute + later);
      const utc = form === 'utc' ? utcText(wall, timezone) : undefined;
      const local = form === 'local' ? `${wall}:00` : addDays(date, days);
      return { text: `;UNTIL=${compact(utc ?? local)}`, otherwise: counted };
    });
}

interface Bound {
  readonly text: string;
  /** For rules whose first match may come after any UNTIL. */
  readonly otherwise: string;
}

/**
 * RRULE values that match some date on or after their start: mostly DAILY and WEEKLY, some MONTHLY and
 * YEARLY ones with ordinals and BYSETPOS; without an end, with COUNT or with UNTIL in any form.
 *
 * @example
 * fc.sample(recurrenceRule({ date: '2026-10-05' })).every((rule) => rule.startsWith('FREQ='))
 * // => true
 */
export function recurrenceRule(options: RuleOptions = {}): fc.Arbitrary<string> {
  const { date = '2026-10-05', minute = 540, timezone = 'Europe/Madrid' } = options;
  const pattern = fc.oneof(
    { weight: 5, arbitrary: dailyOrWeekly(date) },
    { weight: 1, arbitrary: monthlyPattern(date) },
    { weight: 1, arbitrary: yearlyPattern(date) },
  );
  return fc
    .tuple(pattern, bound(date, minute, timezone))
    .map(([{ text, matchesStart }, end]) => text + (matchesStart ? end.text : end.otherwise));
}
