import type { Frequency } from './rule.js';

/** Why a text is not a rule that the engine takes; texts are quoted in upper case, as they are read. */
export type RuleError =
  | { readonly type: 'empty-rule' }
  | { readonly type: 'property-name' }
  | { readonly type: 'malformed-part'; readonly part: string }
  | { readonly type: 'unknown-part'; readonly part: string }
  | { readonly type: 'time-of-day-part'; readonly part: string }
  | { readonly type: 'repeated-part'; readonly part: string }
  | { readonly type: 'missing-frequency' }
  | { readonly type: 'unsupported-frequency'; readonly value: string }
  | ({
      readonly type: 'invalid-number';
      readonly part: string;
      readonly value: string;
    } & NumberRange)
  | { readonly type: 'invalid-weekday'; readonly part: string; readonly value: string }
  | { readonly type: 'invalid-ordinal'; readonly value: string; readonly most: number }
  | { readonly type: 'invalid-until'; readonly value: string }
  | { readonly type: 'count-and-until' }
  | { readonly type: 'part-not-allowed'; readonly part: string; readonly freq: Frequency }
  | { readonly type: 'ordinal-not-allowed'; readonly value: string; readonly freq: Frequency }
  | { readonly type: 'ordinal-with-week-number'; readonly value: string }
  | { readonly type: 'set-position-alone' };

/** The whole numbers `least` through `most`; if `sign` is 'either', their negatives too. */
export interface NumberRange {
  /** The smallest. */
  readonly least: number;
  /** The largest. */
  readonly most: number;
  /** Whether negatives count from the end. */
  readonly sign: 'positive' | 'either';
}

const LONGEST_QUOTE = 40;

function quote(text: string): string {
  return `"${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}"`;
}

function describeRange({ least, most, sign }: NumberRange): string {
  const range = `a whole number from ${least} to ${most}`;
  return sign === 'either' ? `${range}, or from -${most} to -${least}` : range;
}

/** One sentence for people: what is wrong with the rule and what was expected. */
export function describeRuleError(error: RuleError): string {
  switch (error.type) {
    case 'empty-rule':
      return 'The rule is empty; expected one such as FREQ=WEEKLY;BYDAY=MO, or no rrule at all.';
    case 'property-name':
      return 'Expected only the value of the rule: leave out "RRULE:" and start with FREQ=.';
    case 'malformed-part':
      return `Expected parts of the form NAME=VALUE with ";" between them, found ${quote(error.part)}.`;
    case 'unknown-part':
      return `${quote(error.part)} is no part of a rule; expected FREQ, INTERVAL, COUNT, UNTIL, WKST, BYMONTH, BYMONTHDAY, BYDAY, BYYEARDAY, BYWEEKNO or BYSETPOS.`;
    case 'time-of-day-part':
      return `${error.part} is not taken: the time of day comes from start and end; for another time of day write a second schedule.`;
    case 'repeated-part':
      return `${error.part} is given twice; expected each part once, with its values separated by commas.`;
    case 'missing-frequency':
      return 'The rule has no FREQ; expected FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.';
    case 'unsupported-frequency':
      return `FREQ cannot be ${quote(error.value)}; expected DAILY, WEEKLY, MONTHLY or YEARLY.`;
    case 'invalid-number':
      return `${error.part} cannot have the value ${quote(error.value)}; expected ${describeRange(error)}.`;
    case 'invalid-weekday':
      return `${error.part} cannot have the value ${quote(error.value)}; expected one of MO, TU, WE, TH, FR, SA, SU${error.part === 'BYDAY' ? ', with a number before it for the first (1MO) or the last (-1MO)' : ''}.`;
    case 'invalid-ordinal':
      return `BYDAY cannot have the value ${quote(error.value)}; expected a number from 1 to ${error.most} or from -${error.most} to -1 before the weekday.`;
    case 'invalid-until':
      return `UNTIL cannot be ${quote(error.value)}; expected a date (20261231), a local time (20261231T235900) or a UTC time (20261231T225900Z) from the years 1900 to 9999.`;
    case 'count-and-until':
      return 'The rule has both COUNT and UNTIL; expected at most one of them.';
    case 'part-not-allowed':
      return `${error.part} has no meaning with FREQ=${error.freq}; expected ${ALLOWED_WITH[error.freq]}.`;
    case 'ordinal-not-allowed':
      return `BYDAY=${error.value} counts weekdays in a month or a year; with FREQ=${error.freq} expected weekdays without numbers.`;
    case 'ordinal-with-week-number':
      return `BYDAY=${error.value} cannot be combined with BYWEEKNO; expected weekdays without numbers.`;
    case 'set-position-alone':
      return 'BYSETPOS chooses from the days of other parts; expected BYDAY, BYMONTHDAY or another BY part beside it.';
    default:
      return error satisfies never;
  }
}

const ALLOWED_WITH: Readonly<Record<Frequency, string>> = {
  DAILY: 'BYMONTH, BYMONTHDAY, BYDAY or BYSETPOS',
  WEEKLY: 'BYMONTH, BYDAY or BYSETPOS',
  MONTHLY: 'BYMONTH, BYMONTHDAY, BYDAY or BYSETPOS',
  YEARLY: 'BYMONTH, BYMONTHDAY, BYDAY, BYYEARDAY, BYWEEKNO or BYSETPOS',
};
