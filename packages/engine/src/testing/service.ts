import * as fc from 'fast-check';
import type { ServiceInput } from './input.js';
import { appointmentLength } from './timeOfDay.js';

/** How many services a calendar has at most, and whether they have ids of their own. */
export interface ServicesOptions {
  /** The most services. Default: 4. */
  readonly most?: number;
  /** Whether services have ids beside Docplanner's. Default: sometimes. */
  readonly ownIds?: 'sometimes' | 'never';
}

/** Ids beside Docplanner's: mostly none, else words, or Docplanner's of one another. */
function someIds(count: number): fc.Arbitrary<readonly (string | undefined)[]> {
  const places = Array.from({ length: count }, (_, index) => index);
  const named = fc
    .tuple(...places.map((place) => fc.constantFrom(undefined, `service-${place + 1}`)))
    .map((ids): readonly (string | undefined)[] => ids);
  const swapped = fc
    .shuffledSubarray(places, { minLength: count })
    .map((order) => order.map((place) => addressServiceId(place)));
  const none: fc.Arbitrary<readonly (string | undefined)[]> = fc.constant(
    places.map(() => undefined),
  );
  return fc.oneof(
    { weight: 4, arbitrary: none },
    { weight: 3, arbitrary: named },
    { weight: 1, arbitrary: swapped },
  );
}

const addressServiceId = (place: number): string => `${101 + place}`;

/**
 * A calendar's services: at Docplanner 101, 102…, some with an id of their own, some with a buffer,
 * durations (minutes) with small and large divisors; never none.
 *
 * @example
 * fc.sample(services({ most: 2 })).every(([first]) => first.addressServiceId === '101') // => true
 */
export function services(options: ServicesOptions = {}): fc.Arbitrary<readonly ServiceInput[]> {
  const { most = 4, ownIds = 'sometimes' } = options;
  const one = fc.record(
    {
      duration: appointmentLength(),
      bufferAfter: fc.constantFrom(5, 10, 15, 0, 0, 0, 3),
      name: fc.constantFrom('First visit', 'Follow-up', 'Échographie'),
    },
    { requiredKeys: ['duration'] },
  );
  return fc.array(one, { minLength: 1, maxLength: most }).chain((items) =>
    (ownIds === 'never' ? fc.constant([]) : someIds(items.length)).map((ids) =>
      items.map((item, place) => {
        const id = ids[place];
        return {
          ...(id === undefined ? {} : { id }),
          addressServiceId: addressServiceId(place),
          ...item,
        };
      }),
    ),
  );
}

/** What the rest of a document calls services. */
export function serviceIdsOf(list: readonly ServiceInput[]): readonly string[] {
  return list.map((service) => service.id ?? service.addressServiceId);
}
