import * as fc from 'fast-check';
import type { ClosureInput } from './input.js';
import { sparseRule } from './rule.js';
import { type CompleteSetting, completeSetting, type Setting } from './setting.js';
import { addDays } from './wallText.js';

/** A date on which a closure begins that recurs: on the setting's dates, or weeks or years before. */
function firstDate({ dates, from }: CompleteSetting): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...dates) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map((days) => addDays(from, -days)) },
    { weight: 1, arbitrary: fc.integer({ min: 41, max: 800 }).map((days) => addDays(from, -days)) },
  );
}

/** A date with a rule, with more dates or without some of them; `exdates` may name what the rule does not give. */
function recurring(setting: CompleteSetting): fc.Arbitrary<ClosureInput> {
  const some = fc.subarray([...setting.dates], { maxLength: Math.min(3, setting.dates.length) });
  return firstDate(setting).chain((date) => {
    const rrule = sparseRule({ date, minute: 0, timezone: setting.timezone });
    const exdates = fc.oneof(some, fc.constant([date]));
    return fc
      .oneof(
        {
          weight: 3,
          arbitrary: fc.record({ rrule, exdates, rdates: some }, { requiredKeys: ['rrule'] }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ exdates, rdates: some }, { requiredKeys: ['rdates'] }),
        },
      )
      .map((parts) => ({ date, ...parts }));
  });
}

/**
 * One closed date, a range of up to five, or a date that recurs, on the setting's dates.
 *
 * @example
 * fc.sample(closure({ from: '2026-10-06', through: '2026-10-06' })).every(
 *   (closed) => ('date' in closed ? closed.date : closed.from) <= '2026-10-06',
 * )
 * // => true
 */
export function closure(setting: Setting = {}): fc.Arbitrary<ClosureInput> {
  const complete = completeSetting(setting);
  const date = fc.constantFrom(...complete.dates);
  const reason = fc.constantFrom('Holiday', 'Día de la Hispanidad');
  return fc.oneof(
    fc.record({ date, reason }, { requiredKeys: ['date'] }),
    fc
      .tuple(date, fc.integer({ min: 0, max: 4 }))
      .map(([from, days]) => ({ from, through: addDays(from, days) })),
    recurring(complete),
  );
}
