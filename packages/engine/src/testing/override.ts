import * as fc from 'fast-check';
import type { DatesInput, OverrideInput, WindowInput } from './input.js';
import { maybeInsurance } from './insurance.js';
import { maybeOffers } from './offer.js';
import { completeSetting, type Setting } from './setting.js';
import { minuteOfDay, windowLength } from './timeOfDay.js';
import { addDays, clockText, datesThrough } from './wallText.js';

/** How many overrides there are at most, and which services their windows may offer. */
export interface OverridesOptions extends Setting {
  /** The ids of the calendar's services. Default: `101`. */
  readonly serviceIds?: readonly string[];
  /** The most overrides, each of a date or a range of dates. Default: 3. */
  readonly most?: number;
}

function overrideWindow(serviceIds: readonly string[]): fc.Arbitrary<WindowInput> {
  return fc
    .tuple(minuteOfDay(), windowLength(), maybeOffers(serviceIds), maybeInsurance())
    .map(([start, length, offered, insured]) => ({
      start: clockText(start),
      end: clockText(Math.min(1440, start + length)),
      ...offered,
      ...insured,
    }));
}

/** A date as such, or as the first of a range of at most `most` more that ends before the next override. */
function datesFrom(date: string, next: string | undefined, most: number): fc.Arbitrary<DatesInput> {
  const free = datesThrough(addDays(date, 1), addDays(date, most)).filter(
    (later) => next === undefined || later < next,
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({ date }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(date, ...free).map((through) => ({ from: date, through })),
    },
  );
}

/** Days of a range beyond its first; ranges reach beyond the setting's dates, and so beyond a horizon. */
const MAX_MORE_DAYS = 9;

/**
 * Overrides of dates from some days before the setting's on, in any order, each date once: one date or a
 * range, closed or with windows.
 *
 * @example
 * fc.sample(overrides({ most: 1 })).every(({ length }) => length <= 1) // => true
 */
export function overrides(options: OverridesOptions = {}): fc.Arbitrary<readonly OverrideInput[]> {
  const { serviceIds = ['101'], most = 3 } = options;
  const { dates, from } = completeSetting(options);
  const windows = fc.array(overrideWindow(serviceIds), { maxLength: 3 });
  return fc
    .subarray([addDays(from, -5), ...dates], { maxLength: Math.min(most, dates.length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((date, place) =>
          fc
            .tuple(datesFrom(date, chosen[place + 1], MAX_MORE_DAYS), windows)
            .map(([when, list]) => ({ ...when, windows: list })),
        ),
      ),
    )
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
}
