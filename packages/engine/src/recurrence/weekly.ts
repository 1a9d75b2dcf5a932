import { type LocalDate, plus, weekday } from '../time/units.js';
import { type DayLimit, monthLimit } from './dayLimits.js';
import { atPositions, type DayPattern } from './dayPattern.js';
import { weekdayBits } from './monthDays.js';
import type { RecurrenceRule } from './rule.js';

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The dates of a WEEKLY rule: in every INTERVAL-th week from the start's, weeks starting on WKST. */
export function weeklyPattern(rule: RecurrenceRule, start: LocalDate): DayPattern {
  const firstWeek = plus(start, -((weekday(start) - rule.wkst + 7) % 7));
  const step = 7 * rule.interval;
  const daysOf = weekDays(rule, start);
  const inFirstWeek = daysOf(firstWeek);
  const early = inFirstWeek.filter((day) => firstWeek + day < start).length;
  /** How many of the rule's weeks start at least a week before a date. */
  const weeksEndedBy = (date: LocalDate): number =>
    Math.max(0, Math.floor((date - firstWeek - 7) / step) + 1);
  const weekAt = (index: number): LocalDate => plus(firstWeek, index * step);

  return {
    within: (from, through) => {
      const first = from > start ? from : start;
      const dates: LocalDate[] = [];
      for (let week = weekAt(weeksEndedBy(first)); week <= through; week = plus(week, step)) {
        for (const day of daysOf(week)) {
          const date = plus(week, day);
          if (date >= first && date <= through) dates.push(date);
        }
      }
      return dates;
    },
    countBefore: (date, enough) => {
      if (date <= start) return 0;
      const ended = weeksEndedBy(date);
      const last = weekAt(ended);
      const inLast = daysOf(last).filter((day) => last + day < date).length;
      if (rule.byMonth.length === 0) return ended * inFirstWeek.length + inLast - early;
      let count = inLast - early;
      for (let index = 0; index < ended && count < enough; index += 1) {
        count += daysOf(weekAt(index)).length;
      }
      return count;
    },
  };
}

/** What a week gives, as days after its start; without BYMONTH every week gives the same. */
function weekDays(rule: RecurrenceRule, start: LocalDate): (week: LocalDate) => readonly number[] {
  const weekdays = rule.byDay.length === 0 ? 1 << weekday(start) : weekdayBits(rule);
  const days = WEEK.filter((day) => ((weekdays >>> ((rule.wkst + day) % 7)) & 1) === 1);
  const limit: DayLimit | undefined = monthLimit(rule);
  if (limit === undefined) {
    const chosen = atPositions(days, rule.bySetPos);
    return () => chosen;
  }
  return (week) =>
    atPositions(
      days.filter((day) => limit(plus(week, day))),
      rule.bySetPos,
    );
}
