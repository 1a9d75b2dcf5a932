import { parseClockTime } from '../../time/iso.js';
import { MINUTES_PER_DAY } from '../../time/units.js';
import type { OverrideWindow } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { WINDOW_END_PATTERN, WINDOW_START_PATTERN } from '../patterns.js';
import { recordList } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { textOf } from '../shape/scalars.js';
import { at, type ErrorCollector, type Path } from './errorCollector.js';
import { insuranceRecord, readInsurance } from './insurance.js';
import { readItems } from './list.js';
import { offersField, readOffers } from './offer.js';
import type { Parent } from './record.js';
import type { Services } from './service.js';

const START = 'a time of day from 00:00 to 23:59, in quotes, such as "09:00"';
const END = 'a time of day from 00:01 to 24:00, in quotes, such as "14:00"';

const window = record(
  'a window with start and end',
  {
    start: required(
      textOf(START, { pattern: WINDOW_START_PATTERN }),
      'Local time of day, such as "10:00".',
    ),
    end: required(
      textOf(END, { pattern: WINDOW_END_PATTERN }),
      'Local time of day after the start, up to "24:00".',
    ),
    services: offersField,
    insurance: optional(insuranceRecord),
  },
  {},
);

export const windowList = recordList('windows', window, {
  most: MAX_ITEMS.windows,
  absent: 'is-an-error',
});

/** Reads the windows of an override. */
export function readWindows(
  override: Parent,
  services: Services,
  errors: ErrorCollector,
): readonly OverrideWindow[] {
  return readItems(windowList, override, errors, (window) => {
    const { known, path } = window;
    const start = readClock(known.start, at(path, 'start'), START, errors);
    const end = readClock(known.end, at(path, 'end'), END, errors);
    const offers = readOffers(window, services, errors);
    const insurance = readInsurance(window, errors);
    if (start === undefined || end === undefined) return undefined;
    if (end <= start) {
      errors.add(at(path, 'end'), { type: 'end-not-after-start' }, 'an end after the start');
    }
    return { start, end, offers, insurance };
  });
}

/** Minutes since midnight within the first and the last that `expected` names. */
function readClock(
  text: string | undefined,
  path: Path,
  expected: typeof START | typeof END,
  errors: ErrorCollector,
): number | undefined {
  if (text === undefined) return undefined;
  const clock = parseClockTime(text);
  if (clock.isOk() && (expected === END || clock.value < MINUTES_PER_DAY)) return clock.value;
  const reason = clock.isErr() ? clock.error.reason : 'malformed';
  errors.add(path, { type: 'invalid-time', reason, input: text }, expected);
  return undefined;
}
