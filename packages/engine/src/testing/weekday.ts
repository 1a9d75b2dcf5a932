import * as fc from 'fast-check';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

/** Some days of the week, never none, in any order. */
export function weekdays(): fc.Arbitrary<readonly WeekdayName[]> {
  return fc.shuffledSubarray([...WEEKDAYS], { minLength: 1 });
}
