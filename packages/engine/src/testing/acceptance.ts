import * as fc from 'fast-check';
import { type FindingCode, isFindingCode, SEVERITY } from '../document/findingCode.js';
import type { AcceptanceInput } from './input.js';
import { completeSetting, type Setting } from './setting.js';
import { addDays } from './wallText.js';

/** Which ids accepted findings may name, and the dates about which they end. */
export interface AcceptanceOptions extends Setting {
  /** Ids that findings may have. Default: `booking-1` and `booking-2`. */
  readonly ids?: readonly string[];
}

const CODES: readonly FindingCode[] = Object.keys(SEVERITY)
  .filter(isFindingCode)
  .filter((code) => code !== 'accept-without-effect');

/**
 * Findings that are accepted: of any code, with some ids or, unless they are errors, with none; for ever or
 * until about the setting's dates.
 *
 * @example
 * fc.sample(acceptance()).every(({ code }) => code !== 'accept-without-effect') // => true
 */
export function acceptance(options: AcceptanceOptions = {}): fc.Arbitrary<AcceptanceInput> {
  const { ids = ['booking-1', 'booking-2'] } = options;
  const { dates, from } = completeSetting(options);
  const some = fc.shuffledSubarray([...ids], { minLength: 1, maxLength: Math.min(2, ids.length) });
  const rest = fc.record(
    {
      reason: fc.constantFrom('emergency', 'así está bien'),
      until: fc.constantFrom(...dates, addDays(from, -3), addDays(from, 400)),
    },
    { requiredKeys: ['reason'] },
  );
  return fc.constantFrom(...CODES).chain((code) => {
    const named = some.map((chosen) => ({ code, ids: chosen }));
    const all = fc.constantFrom({ code }, { code, ids: [] });
    const what = SEVERITY[code] === 'error' ? named : fc.oneof(named, all);
    return fc.tuple(what, rest).map(([which, why]) => ({ ...which, ...why }));
  });
}
