import { type LocalDate, weekday } from '../time/units.js';
import { type DayOffer, explains, offerKey } from './dayOffer.js';
import { areCompatible, evidenceOf } from './evidence.js';
import { findOffers } from './findOffers.js';
import type { ShownDate } from './shownDate.js';

/** In which weeks something happens: in all, or in those that are even or odd when counted from 1970. */
export type Weeks = 'all' | 'even' | 'odd';

/** The windows of one weekday, in all weeks or in every other one. */
export interface Pattern {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly weeks: Weeks;
  /** The dates that it is for, but those on which the clock changes. */
  readonly dates: readonly ShownDate[];
  /** Sorted by start. */
  readonly offers: readonly DayOffer[];
}

/** Weeks start on Monday, as rules count them. */
export function weeksOfDate(date: LocalDate): 'even' | 'odd' {
  return Math.floor((date + 3) / 7) % 2 === 0 ? 'even' : 'odd';
}

/** What a calendar offers on each weekday, so that as few windows and other dates as possible are needed. */
export function weekdayPatterns(dates: readonly ShownDate[]): readonly Pattern[] {
  const plain = dates.filter(({ isPlain }) => isPlain);
  return [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
    const own = plain.filter(({ span }) => weekday(span.date) === day);
    const pattern = (weeks: Weeks): Pattern => {
      const meant =
        weeks === 'all' ? own : own.filter((date) => weeksOfDate(date.span.date) === weeks);
      return { weekday: day, weeks, dates: meant, offers: bestOffers(meant, plain) };
    };
    const weekly = pattern('all');
    const alternating = [pattern('even'), pattern('odd')];
    const isRegular = alternating.every((each) => each.dates.length >= LEAST_DATES);
    return isRegular && costOf(alternating) < costOf([weekly]) ? alternating : [weekly];
  });
}

/** What happened once may be chance: every other week is seen in dates that are four weeks apart. */
const LEAST_DATES = 2;

/** How much there is to read: schedules, each once, and dates that differ. */
function costOf(patterns: readonly Pick<Pattern, 'offers' | 'dates'>[]): number {
  const windows = new Set(patterns.flatMap(({ offers }) => offers.map(offerKey)));
  const others = patterns.map(({ offers, dates }) => exceptionCost(offers, dates));
  return others.reduce((sum, cost) => sum + cost, windows.size);
}

/** A closed date costs one line, an override one and its windows. */
export function exceptionCost(offers: readonly DayOffer[], dates: readonly ShownDate[]): number {
  let sum = 0;
  for (const date of dates) {
    if (explains(offers, date)) continue;
    sum += date.starts.size === 0 ? 1 : 2;
  }
  return sum;
}

function bestOffers(
  dates: readonly ShownDate[],
  others: readonly ShownDate[],
): readonly DayOffer[] {
  let best: readonly DayOffer[] = [];
  let least = costOf([{ offers: best, dates }]);
  const seen = new Set<string>();
  for (const offers of candidates(dates, others)) {
    const key = offers.map(offerKey).join(';');
    if (seen.has(key)) continue;
    seen.add(key);
    const own = costOf([{ offers, dates }]);
    if (own > least) continue;
    if (own === least && best.length > 0) continue;
    best = offers;
    least = own;
  }
  return best;
}

/**
 * Windows that may be behind some dates: for each date, what it shows together with all that it may be one with.
 * Dates of other weekdays tell what bookings hide on all of the own ones.
 */
function* candidates(
  dates: readonly ShownDate[],
  others: readonly ShownDate[],
): Iterable<readonly DayOffer[]> {
  const tried = new Set<string>();
  for (const seed of dates) {
    if (seed.starts.size === 0) continue;
    const own = compatibleWith([seed], dates);
    const key = own
      .map(({ span }) => span.date)
      .sort()
      .join();
    if (tried.has(key)) continue;
    tried.add(key);
    yield findOffers(evidenceOf(compatibleWith(own, others)));
    yield findOffers(evidenceOf(own));
  }
}

/** The dates, and those of others that are compatible with all of them and with each other. */
function compatibleWith(
  chosen: readonly ShownDate[],
  others: readonly ShownDate[],
): readonly ShownDate[] {
  const all = [...chosen];
  for (const other of others) {
    if (all.includes(other) || other.starts.size === 0) continue;
    if (all.every((each) => areCompatible(each, other))) all.push(other);
  }
  return all;
}
