import * as fc from 'fast-check';
import { oneOffEvent, recurringEvent } from './event.js';
import type { BreakInput, PublishInput } from './input.js';
import type { Setting } from './setting.js';

/** What a break is called; the setting says on or near which dates it is. */
export interface BreakOptions extends Setting {
  /** Default: `break`. */
  readonly id?: string;
}

/**
 * The ways in which blocked time is published: `carve`, `break`, `none`.
 *
 * @example
 * fc.sample(publish()).every((way) => ['carve', 'break', 'none'].includes(way)) // => true
 */
export function publish(): fc.Arbitrary<PublishInput> {
  return fc.constantFrom('carve', 'break', 'none');
}

/** Minutes that a break lasts: mostly short, sometimes days. */
function breakLength(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }).map((ten) => ten * 10) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 90 }) },
    { weight: 1, arbitrary: fc.integer({ min: 120, max: 3 * 1440 }) },
  );
}

/**
 * A break on or near the setting's dates: recurring or not, published in any way or the default one.
 *
 * @example
 * fc.sample(calendarBreak({ id: 'lunch' })).every(({ id }) => id === 'lunch') // => true
 */
export function calendarBreak(options: BreakOptions = {}): fc.Arbitrary<BreakInput> {
  const { id = 'break' } = options;
  const event = { ...options, length: breakLength() };
  return fc
    .tuple(
      fc.oneof(recurringEvent(event), oneOffEvent(event)),
      fc.record(
        { publish: publish(), description: fc.constantFrom('Lunch', 'Réunion') },
        { requiredKeys: [] },
      ),
    )
    .map(([times, rest]) => ({ id, ...times, ...rest }));
}
