import * as z from 'zod';
import type { Override } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { at } from '../path.js';
import { readDate } from './dates.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import type { Services } from './service.js';
import { textOf, unread } from './text.js';
import { uniqueness } from './unique.js';
import { readWindows, windowsSchema } from './window.js';

export const overrideSchema = z
  .strictObject({
    date: textOf('a date such as 2026-11-03').describe('The local date, such as 2026-11-03.'),
    windows: windowsSchema,
  })
  .describe('A date whose windows replace those that the schedules start on it.');

const FRAME = overrideSchema.extend({ windows: unread });
const SHAPE = shapeOf('an override with date and windows', FRAME, FRAME.partial());
const LIST: ListSpec = {
  items: 'overrides',
  least: 0,
  most: MAX_ITEMS.overrides,
  absent: 'is-empty',
};

/** Reads a calendar's overrides, at most one for a date. */
export function readOverrides(
  raw: unknown,
  calendar: Parent,
  services: Services,
  reading: Reading,
): readonly Override[] {
  const { errors } = reading;
  const unique = uniqueness('one override for a date', errors);
  const list = at(calendar.path, 'overrides');
  const items = readList(LIST, raw, calendar, 'overrides', errors) ?? [];
  return items.flatMap((item, index) => {
    const read = readRecord(SHAPE, item, at(list, index), errors);
    if (read === undefined) return [];
    const datePath = at(read.path, 'date');
    const date = readDate(read.known.date, datePath, errors);
    if (date !== undefined) unique(read.known.date, datePath);
    const windows = readWindows(read.known.windows, read, services, reading);
    return date === undefined ? [] : [{ from: date, through: date, windows }];
  });
}
