import * as fc from 'fast-check';
import { oneOffEvent, recurringEvent } from './event.js';
import type { ScheduleInput } from './input.js';
import { maybeInsurance } from './insurance.js';
import { maybeOffers } from './offer.js';
import type { Setting } from './setting.js';
import { windowLength } from './timeOfDay.js';

/** What a schedule is called and may offer; the setting says on or near which dates its windows are. */
export interface ScheduleOptions extends Setting {
  /** Default: `schedule`. */
  readonly id?: string;
  /** The ids of the calendar's services. Default: `101`. */
  readonly serviceIds?: readonly string[];
}

/**
 * A schedule whose windows lie on or near the setting's dates: recurring or not, of minutes to three
 * days, across midnight, into gaps and folds; with some of the services, some at another duration.
 *
 * @example
 * fc.sample(schedule({ id: 'mornings' })).every(({ id }) => id === 'mornings') // => true
 */
export function schedule(options: ScheduleOptions = {}): fc.Arbitrary<ScheduleInput> {
  const { id = 'schedule', serviceIds = ['101'] } = options;
  const event = { ...options, length: windowLength() };
  return fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: recurringEvent(event) },
        { weight: 1, arbitrary: oneOffEvent(event) },
      ),
      maybeOffers(serviceIds),
      maybeInsurance(),
    )
    .map(([times, offered, insured]) => ({ id, ...times, ...offered, ...insured }));
}
