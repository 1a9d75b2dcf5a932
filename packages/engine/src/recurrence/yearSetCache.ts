import type { RecurrenceRule } from './rule.js';
import { type YearSet, yearSet } from './yearSets.js';
import { shapeOf } from './yearShape.js';

/** Rules whose sets are kept; the one that was asked for longest ago goes first. */
const MAX_CACHED_RULES = 256;
const cache = new Map<string, Map<number, YearSet>>();

/** A rule's days of each year, worked out once a shape of year; what is kept is bounded, not observable. */
export function knownYearSets(rule: RecurrenceRule): (year: number) => YearSet {
  const sets = setsOf(keyOf(rule));
  return (year) => {
    const shape = shapeOf(year);
    const known = sets.get(shape);
    if (known !== undefined) return known;
    const made = yearSet(rule, shape);
    sets.set(shape, made);
    return made;
  };
}

function setsOf(key: string): Map<number, YearSet> {
  const sets = cache.get(key) ?? new Map<number, YearSet>();
  cache.delete(key);
  cache.set(key, sets);
  if (cache.size > MAX_CACHED_RULES) {
    for (const oldest of cache.keys()) {
      cache.delete(oldest);
      break;
    }
  }
  return sets;
}

/** Everything that a year's set depends on; INTERVAL only says which years count. */
function keyOf(rule: RecurrenceRule): string {
  const weekdays = rule.byDay.map(({ weekday, ordinal }) => `${ordinal}:${weekday}`);
  const parts = [
    rule.byMonth,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNo,
    rule.bySetPos,
    weekdays,
  ];
  return `${rule.freq} ${rule.wkst} ${parts.join(';')}`;
}
