import * as fc from 'fast-check';
import type { ServiceInput } from './input.js';
import { appointmentLength } from './timeOfDay.js';

export interface ServicesOptions {
  /** The most services. Default: 4. */
  readonly most?: number;
}

/**
 * A calendar's address services: ids 101, 102…, some with a buffer, durations (minutes) with small and
 * large divisors; never none.
 *
 * @example
 * fc.sample(services({ most: 2 })).every(([first]) => first.addressServiceId === '101') // => true
 */
export function services(options: ServicesOptions = {}): fc.Arbitrary<readonly ServiceInput[]> {
  const one = fc.record(
    {
      duration: appointmentLength(),
      bufferAfter: fc.constantFrom(5, 10, 15, 0, 0, 0, 3),
      name: fc.constantFrom('First visit', 'Follow-up', 'Échographie'),
    },
    { requiredKeys: ['duration'] },
  );
  return fc
    .array(one, { minLength: 1, maxLength: options.most ?? 4 })
    .map((items) => items.map((item, index) => ({ addressServiceId: `${101 + index}`, ...item })));
}
