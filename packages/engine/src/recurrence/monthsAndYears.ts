import { partsOf } from '../time/date.js';
import { type LocalDate, plus } from '../time/units.js';
import type { DayPattern } from './dayPattern.js';
import type { RecurrenceRule } from './rule.js';
import { knownYearSets } from './yearSetCache.js';
import { newYear } from './yearShape.js';

/** A stretch of sorted days of a year: `days[from]` up to, not including, `days[to]`. */
type VisitDays = (
  year: number,
  days: readonly number[],
  from: number,
  to: number,
) => 'more' | 'stop';

/** The dates of a MONTHLY or YEARLY rule: in every INTERVAL-th month or year from the start's. */
export function monthOrYearPattern(given: RecurrenceRule, start: LocalDate): DayPattern {
  const first = partsOf(start);
  const rule = withImpliedParts(given, first);
  const yearSetOf = knownYearSets(rule);

  /** The rule's periods of the years through `lastYear`, in order. */
  const visit = (fromYear: number, lastYear: number, visitDays: VisitDays): void => {
    for (let year = Math.max(fromYear, first.year); year <= lastYear; year += 1) {
      if (rule.freq === 'YEARLY' && (year - first.year) % rule.interval !== 0) continue;
      const { days, monthStarts } = yearSetOf(year);
      if (rule.freq === 'YEARLY') {
        if (visitDays(year, days, 0, days.length) === 'stop') return;
        continue;
      }
      const elapsed = (year - first.year) * 12 - (first.month - 1);
      if (rule.interval === 1) {
        const from = monthStarts[Math.max(0, -elapsed)] ?? 0;
        if (visitDays(year, days, from, days.length) === 'stop') return;
        continue;
      }
      const wait = (rule.interval - (elapsed % rule.interval)) % rule.interval;
      for (let month = elapsed < 0 ? -elapsed : wait; month < 12; month += rule.interval) {
        const [from = 0, to = 0] = [monthStarts[month], monthStarts[month + 1]];
        if (visitDays(year, days, from, to) === 'stop') return;
      }
    }
  };

  return {
    within: (from, through) => {
      const earliest = from > start ? from : start;
      const dates: LocalDate[] = [];
      if (through < earliest) return dates;
      visit(partsOf(earliest).year, partsOf(through).year, (year, days, firstAt, endAt) => {
        const base = newYear(year) - start;
        for (let at = firstAt; at < endAt; at += 1) {
          const date = plus(start, base + (days[at] ?? 0));
          if (date >= earliest && date <= through) dates.push(date);
        }
        return 'more';
      });
      return dates;
    },
    countBefore: (date, enough) => {
      let count = 0;
      if (date <= start) return count;
      visit(first.year, partsOf(date).year, (year, days, firstAt, endAt) => {
        const base = newYear(year);
        const inner = base > start && base + 366 < date;
        for (let at = firstAt; !inner && at < endAt; at += 1) {
          const day = base + (days[at] ?? 0);
          if (day >= start && day < date) count += 1;
        }
        if (inner) count += endAt - firstAt;
        return count < enough ? 'more' : 'stop';
      });
      return count;
    },
  };
}

/** RFC 5545: what the rule leaves open comes from DTSTART. */
function withImpliedParts(
  rule: RecurrenceRule,
  start: { readonly month: number; readonly day: number },
): RecurrenceRule {
  const lists = [rule.byMonthDay, rule.byDay, rule.byYearDay, rule.byWeekNo];
  if (lists.some((list) => list.length > 0)) return rule;
  const everyMonth = rule.freq === 'MONTHLY' || rule.byMonth.length > 0;
  return {
    ...rule,
    byMonth: everyMonth ? rule.byMonth : [start.month],
    byMonthDay: [start.day],
  };
}
