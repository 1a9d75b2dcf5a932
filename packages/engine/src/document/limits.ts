/**
 * How many items a list may have; more are refused before any of them is looked at. `dates` are
 * the exdates or rdates of one event, `windows` those of one override.
 */
export const MAX_ITEMS = {
  calendars: 10_000,
  retired: 10_000,
  accept: 10_000,
  services: 200,
  schedules: 500,
  overrides: 5_000,
  breaks: 20_000,
  bookings: 100_000,
  closures: 1_000,
  dates: 10_000,
  windows: 100,
  providers: 1_000,
  plans: 1_000,
  acceptedIds: 1_000,
} as const;

/** The longest id, name, description or reason, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 255;

/** The longest service, offer or booking that is given as a duration: a day, in minutes. */
export const MAX_DURATION = 1440;

/** The longest occurrence of a schedule or break that recurs. */
export const MAX_OCCURRENCE_DAYS = 366;

/** The longest RRULE: one with every day of the year has 1,500 characters. */
export const MAX_RULE_LENGTH = 4000;
