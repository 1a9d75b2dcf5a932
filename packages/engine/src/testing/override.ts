import * as fc from 'fast-check';
import type { OverrideInput, WindowInput } from './input.js';
import { maybeInsurance } from './insurance.js';
import { maybeOffers } from './offer.js';
import { completeSetting, type Setting } from './setting.js';
import { minuteOfDay, windowLength } from './timeOfDay.js';
import { clockText } from './wallText.js';

export interface OverridesOptions extends Setting {
  /** The ids of the calendar's services. Default: `101`. */
  readonly serviceIds?: readonly string[];
  /** The most dates that are overridden. Default: 3. */
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

/**
 * Overrides of dates from the day before the setting's on, each date once: closed, or with windows.
 *
 * @example
 * fc.sample(overrides({ most: 1 })).every(({ length }) => length <= 1) // => true
 */
export function overrides(options: OverridesOptions = {}): fc.Arbitrary<readonly OverrideInput[]> {
  const { serviceIds = ['101'], most = 3 } = options;
  const { dates } = completeSetting(options);
  const windows = fc.array(overrideWindow(serviceIds), { maxLength: 3 });
  return fc
    .subarray([...dates], { maxLength: Math.min(most, dates.length) })
    .chain((chosen) =>
      fc.tuple(...chosen.map((date) => windows.map((list) => ({ date, windows: list })))),
    );
}
