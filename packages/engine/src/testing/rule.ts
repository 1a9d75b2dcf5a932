import * as fc from 'fast-check';
import { formatUtc, parseWallTime } from '../time/iso.js';
import { zoneOf } from '../time/zone.js';
import { zoneId } from '../time/zoneId.js';
import { monthlyPattern, yearlyPattern } from './rulePattern.js';
import { addDays, wallText, weekdayOf } from './wallText.js';
import { WEEKDAYS, type WeekdayName, weekdays } from './weekday.js';

/** The start that a rule is made for. */
export interface RuleOptions {
  /** The local date of the rule's DTSTART. Default: 2026-10-05. */
  readonly date?: string;
  /** The time of day of DTSTART, in minutes after midnight. Default: 540, which is 9:00. */
  readonly minute?: number;
  /** The zone of an UNTIL in UTC. Default: Europe/Madrid. */
  readonly timezone?: string;
}

function dailyOrWeekly(date: string): fc.Arbitrary<string> {
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
      return byDay.length === 0 ? start : `${start};BYDAY=${byDay.join(',')}${setPos}`;
    });
}

/** One weekday of every week, or of every other one. */
function oneWeekday(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('', ';INTERVAL=2'), fc.constantFrom(...WEEKDAYS))
    .map(([interval, day]) => `FREQ=WEEKLY${interval};BYDAY=${day}`);
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

function utcText(local: string, timezone: string): string | undefined {
  return parseWallTime(local)
    .andThen((wall) => zoneId(timezone).map((id) => formatUtc(zoneOf(id).place(wall).instant)))
    .unwrapOr(undefined);
}

/** COUNT, or UNTIL in one of its three forms; sometimes exactly at a start, sometimes before the first. */
function bound({ date, minute, timezone }: Required<RuleOptions>): fc.Arbitrary<string> {
  return fc
    .record({
      count: fc.integer({ min: 1, max: 40 }),
      days: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
        { weight: 1, arbitrary: fc.integer({ min: -400, max: -1 }) },
      ),
      later: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1439 })),
      form: fc.constantFrom('none', 'count', 'date', 'local', 'utc'),
    })
    .map(({ count, days, later, form }) => {
      if (form === 'none') return '';
      if (form === 'count') return `;COUNT=${count}`;
      const wall = wallText(addDays(date, days), minute + later);
      const utc = form === 'utc' ? utcText(wall, timezone) : undefined;
      const local = form === 'local' ? `${wall}:00` : addDays(date, days);
      return `;UNTIL=${compact(utc ?? local)}`;
    });
}

function completeOptions(options: RuleOptions): Required<RuleOptions> {
  return { date: '2026-10-05', minute: 540, timezone: 'Europe/Madrid', ...options };
}

/**
 * RRULE values that match some date on or after their start, their end left aside: mostly DAILY and WEEKLY,
 * some MONTHLY and YEARLY ones with ordinals and BYSETPOS; without an end, with COUNT or with UNTIL in any
 * form.
 *
 * @example
 * fc.sample(recurrenceRule({ date: '2026-10-05' })).every((rule) => rule.startsWith('FREQ='))
 * // => true
 */
export function recurrenceRule(options: RuleOptions = {}): fc.Arbitrary<string> {
  const complete = completeOptions(options);
  const pattern = fc.oneof(
    { weight: 5, arbitrary: dailyOrWeekly(complete.date) },
    { weight: 1, arbitrary: monthlyPattern(complete.date) },
    { weight: 1, arbitrary: yearlyPattern(complete.date) },
  );
  return fc.tuple(pattern, bound(complete)).map(([text, end]) => text + end);
}

/** The same, of which few give many dates: for what closes them. */
export function sparseRule(options: RuleOptions = {}): fc.Arbitrary<string> {
  const complete = completeOptions(options);
  const pattern = fc.oneof(
    { weight: 3, arbitrary: oneWeekday() },
    { weight: 2, arbitrary: monthlyPattern(complete.date) },
    { weight: 1, arbitrary: yearlyPattern(complete.date) },
    { weight: 1, arbitrary: dailyOrWeekly(complete.date) },
  );
  return fc.tuple(pattern, bound(complete)).map(([text, end]) => text + end);
}
