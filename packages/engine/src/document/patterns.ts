import { IANA_NAME } from '../time/zoneId.js';

/**
 * What the JSON Schema says of texts, as regular expressions: they take everything that the reader takes,
 * and refuse what is clearly something else. Whether there is such a date, rule or zone only the reader knows.
 */

const DATE = String.raw`(?:19[7-9]|2[01]\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const SECONDS = '(?::00)?';
const OFFSET = String.raw`(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)`;

const whole = (pattern: string): string => `^${pattern}$`;

export const DATE_PATTERN = whole(DATE);
export const DATE_OR_TIME_PATTERN = whole(`${DATE}(?:T${CLOCK}${SECONDS})?`);
export const MOMENT_PATTERN = whole(`${DATE}T${CLOCK}${SECONDS}${OFFSET}?`);
export const WINDOW_START_PATTERN = whole(`${CLOCK}${SECONDS}`);
export const WINDOW_END_PATTERN = whole(`(?:${CLOCK}|24:00)${SECONDS}`);
export const ZONE_PATTERN = IANA_NAME.source;

/** Each letter in both cases: JSON Schema knows no flags. */
const anyCase = (words: string): string =>
  words.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
const list = (item: string): string => `${item}(?:,${item})*`;

const FREQ = anyCase('FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)');
const WEEKDAY = anyCase('(?:MO|TU|WE|TH|FR|SA|SU)');
const NUMBER = '[0-9]{1,6}';
const RULE_PARTS = [
  FREQ,
  `${anyCase('(?:INTERVAL|COUNT)')}=${NUMBER}`,
  `${anyCase('UNTIL')}=[0-9]{8}(?:${anyCase('T')}[0-9]{6}${anyCase('Z')}?)?`,
  `${anyCase('WKST')}=${WEEKDAY}`,
  `${anyCase('BYDAY')}=${list(`(?:[+-]?[0-9]{1,2})?${WEEKDAY}`)}`,
  `${anyCase('BY(?:MONTH|MONTHDAY|YEARDAY|WEEKNO|SETPOS)')}=${list(`[+-]?${NUMBER}`)}`,
].join('|');

const HAS_FREQ = `(?=(?:.*;)?${FREQ}(?:;|$))`;
export const RULE_PATTERN = whole(`${HAS_FREQ}(?:(?:${RULE_PARTS})(?:;(?=.)|$))+`);
