import * as fc from 'fast-check';
import type { ClosureInput } from './input.js';
import { completeSetting, type Setting } from './setting.js';
import { addDays } from './wallText.js';

/**
 * One closed date, or a range of up to five, on the setting's dates.
 *
 * @example
 * fc.sample(closure({ from: '2026-10-06', through: '2026-10-06' })).every(
 *   (closed) => ('date' in closed ? closed.date : closed.from) <= '2026-10-06',
 * )
 * // => true
 */
export function closure(setting: Setting = {}): fc.Arbitrary<ClosureInput> {
  const { dates } = completeSetting(setting);
  const date = fc.constantFrom(...dates);
  const reason = fc.constantFrom('Holiday', 'Día de la Hispanidad');
  return fc.oneof(
    fc.record({ date, reason }, { requiredKeys: ['date'] }),
    fc
      .tuple(date, fc.integer({ min: 0, max: 4 }))
      .map(([from, days]) => ({ from, through: addDays(from, days) })),
  );
}
