import * as z from 'zod';
import { parseClockTime } from '../../time/iso.js';
import { MINUTES_PER_DAY } from '../../time/units.js';
import type { OverrideWindow } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { at, type Path } from '../path.js';
import type { ErrorCollector } from './errorCollector.js';
import { insuranceSchema, readInsurance } from './insurance.js';
import { type ListSpec, readList } from './list.js';
import { offersSchema, readOffers } from './offer.js';
import type { Reading } from './reading.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import type { Services } from './service.js';
import { textOf, unread } from './text.js';

const START = 'a time of day from 00:00 to 23:59, in quotes, such as "09:00"';
const END = 'a time of day from 00:01 to 24:00, in quotes, such as "14:00"';

const windowSchema = z.strictObject({
  start: textOf(START).describe('Local time of day, such as "10:00".'),
  end: textOf(END).describe('Local time of day after the start, up to "24:00".'),
  services: offersSchema.optional(),
  insurance: insuranceSchema.optional(),
});

export const windowsSchema = z
  .array(windowSchema)
  .max(MAX_ITEMS.windows)
  .describe('The times of day that are open; [] is closed.');

const FRAME = windowSchema.extend({ services: unread, insurance: unread });
const SHAPE = shapeOf('a window with start and end', FRAME, FRAME.partial());
const LIST: ListSpec = {
  items: 'windows',
  least: 0,
  most: MAX_ITEMS.windows,
  absent: 'is-an-error',
};

/** Reads the windows of an override. */
export function readWindows(
  raw: unknown,
  override: Parent,
  services: Services,
  reading: Reading,
): readonly OverrideWindow[] {
  const { errors } = reading;
  const list = at(override.path, 'windows');
  const items = readList(LIST, raw, override, 'windows', errors) ?? [];
  return items.flatMap((item, index) => {
    const read = readRecord(SHAPE, item, at(list, index), errors);
    if (read === undefined) return [];
    const start = readClock(read.known.start, at(read.path, 'start'), START, errors);
    const end = readClock(read.known.end, at(read.path, 'end'), END, errors);
    const offers = readOffers(read.known.services, read, services, reading);
    const insurance = readInsurance(read.known.insurance, read, reading);
    if (start === undefined || end === undefined) return [];
    if (end <= start) {
      errors.add(at(read.path, 'end'), { type: 'end-not-after-start' }, 'an end after the start');
    }
    return [{ start, end, offers, insurance }];
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
  errors.add(path, { type: 'invalid-time', input: text }, expected);
  return undefined;
}
