import * as fc from 'fast-check';

/**
 * Minutes since midnight, 0 to 1439: mostly office hours, often the hours in which clocks change.
 *
 * @example
 * fc.sample(minuteOfDay()).every((minute) => minute >= 0 && minute <= 1439) // => true
 */
export function minuteOfDay(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 16, max: 40 }).map((half) => half * 30) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }).map((quarter) => quarter * 15) },
    { weight: 2, arbitrary: fc.integer({ min: 264, max: 287 }).map((five) => five * 5) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 1439) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
  );
}

/**
 * Minutes that a window lasts: mostly a few hours, sometimes a few minutes or up to three days.
 *
 * @example
 * fc.sample(windowLength()).every((minutes) => minutes >= 1 && minutes <= 3 * 1440) // => true
 */
export function windowLength(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 2, max: 24 }).map((quarter) => quarter * 15) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 360 }) },
    { weight: 1, arbitrary: fc.integer({ min: 24, max: 144 }).map((quarter) => quarter * 15) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 * 1440 }) },
  );
}

/**
 * Minutes that an appointment takes; common divisors of several are from 1 to 30.
 *
 * @example
 * fc.sample(appointmentLength()).every((minutes) => minutes >= 5 && minutes <= 90) // => true
 */
export function appointmentLength(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(30, 20, 15, 10, 25, 45, 60, 40) },
    { weight: 1, arbitrary: fc.constantFrom(5, 7, 21, 35, 50, 11, 90) },
  );
}
