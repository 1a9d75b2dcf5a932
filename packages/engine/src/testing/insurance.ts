import * as fc from 'fast-check';
import type { InsuranceInput } from './input.js';

const PROVIDERS = [[52], [52, 7], [7, 52], [7]];
const PLANS = [[], [3], [3, 9], [9, 3]];

/**
 * An insurance setting; some have the same providers or plans in another order.
 *
 * @example
 * fc.sample(insurance()).every(({ accepted }) => accepted.includes('insurance')) // => true
 */
export function insurance(): fc.Arbitrary<InsuranceInput> {
  const providers = fc.constantFrom(...PROVIDERS);
  const plans = fc.constantFrom(...PLANS);
  return fc.oneof(
    fc.record(
      { accepted: fc.constant('with-insurance-only'), providers, plans },
      { requiredKeys: ['accepted', 'providers'] },
    ),
    fc.record(
      { accepted: fc.constant('with-and-without-insurance'), providers, plans },
      { requiredKeys: ['accepted'] },
    ),
    fc.record({ accepted: fc.constant('without-insurance-only') }),
  );
}

/** An `insurance` to spread into a schedule or a window: half of them have none. */
export function maybeInsurance(): fc.Arbitrary<{ readonly insurance?: InsuranceInput }> {
  return fc.oneof(fc.constant({}), fc.record({ insurance: insurance() }));
}
