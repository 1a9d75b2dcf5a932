import * as fc from 'fast-check';
import type { Result } from 'neverthrow';
import type { InvalidTime } from '../time/invalidTime.js';
import { parseDate, parseInstant } from '../time/iso.js';
import type { Instant, LocalDate } from '../time/units.js';
import type { HorizonInput } from './input.js';
import { addDays, wallText } from './wallText.js';
import { interestingDates } from './zone.js';

/** Around which changes of the clock horizons lie, and how many dates they have. */
export interface HorizonOptions {
  /** Horizons lie around this zone's changes. Default: Europe/Madrid. */
  readonly timezone?: string;
  /** The most dates that a horizon has. Default: 14. */
  readonly longest?: number;
}

/** Before the horizon mostly; sometimes so long before that the 12-week limit cuts it. */
function nowFor(from: string): fc.Arbitrary<string> {
  const minute = fc.integer({ min: 0, max: 1439 });
  const daysBefore = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: 76, max: 81 }) },
  );
  return fc
    .tuple(daysBefore, minute)
    .map(([days, time]) => `${wallText(addDays(from, -days), time)}:00Z`);
}

/**
 * Dates around a change of the zone's clock, and a `now` before them. At least the first date is within
 * 12 weeks of now.
 *
 * Law: `readHorizon` reads it.
 *
 * @example
 * fc.sample(horizon({ timezone: 'Europe/Madrid' })).every((asked) => readHorizon(asked).isOk())
 * // => true
 */
export function horizon(options: HorizonOptions = {}): fc.Arbitrary<HorizonInput> {
  const { timezone = 'Europe/Madrid', longest = 14 } = options;
  return fc
    .tuple(
      fc.constantFrom(...interestingDates(timezone)),
      fc.integer({ min: 0, max: Math.min(3, longest - 1) }),
      fc.integer({ min: 1, max: longest }),
    )
    .chain(([date, before, length]) => {
      const from = addDays(date, -before);
      return nowFor(from).map((now) => ({ now, from, through: addDays(from, length - 1) }));
    });
}

/** A horizon with its texts read, as the engine takes it. */
export interface HorizonValues {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly now: Instant;
  /** The first date, in days since 1970-01-01. */
  readonly from: LocalDate;
  /** The last date, included. */
  readonly through: LocalDate;
}

/**
 * Reads the texts of a horizon; an error for the first one that is no date or instant.
 *
 * @example
 * readHorizon({ now: '1970-01-01T01:00:00Z', from: '1970-01-02', through: '1970-01-03' })
 * // => ok({ now: 60, from: 1, through: 2 })
 */
export function readHorizon(input: HorizonInput): Result<HorizonValues, InvalidTime> {
  return parseDate(input.from).andThen((from) =>
    parseDate(input.through).andThen((through) =>
      parseInstant(input.now).map((now) => ({ now, from, through })),
    ),
  );
}
