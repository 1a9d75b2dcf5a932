import * as fc from 'fast-check';
import type { OfferInput } from './input.js';
import { appointmentLength } from './timeOfDay.js';

/**
 * Some of a calendar's services, some with another duration (minutes) than their own; never none.
 *
 * @example
 * fc.sample(offers(['101', '102'])).every(({ length }) => length === 1 || length === 2) // => true
 */
export function offers(serviceIds: readonly string[]): fc.Arbitrary<readonly OfferInput[]> {
  const offer = (id: string): fc.Arbitrary<OfferInput> =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(id) },
      { weight: 1, arbitrary: fc.constant({ service: id }) },
      { weight: 1, arbitrary: appointmentLength().map((duration) => ({ service: id, duration })) },
      {
        weight: 1,
        arbitrary: appointmentLength().map((duration) => ({ addressServiceId: id, duration })),
      },
    );
  return fc
    .shuffledSubarray([...serviceIds], { minLength: 1 })
    .chain((ids) => fc.tuple(...ids.map(offer)));
}

/** `services` to spread into a schedule or a window: half of them leave it out and offer all. */
export function maybeOffers(
  serviceIds: readonly string[],
): fc.Arbitrary<{ readonly services?: readonly OfferInput[] }> {
  return fc.oneof(fc.constant({}), fc.record({ services: offers(serviceIds) }));
}
