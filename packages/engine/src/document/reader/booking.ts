import * as z from 'zod';
import { minutes } from '../../time/units.js';
import type { ZoneId } from '../../time/zoneId.js';
import type { Booking } from '../clinic.js';
import { addressServiceId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { at } from '../path.js';
import { readItems } from './items.js';
import type { ListSpec } from './list.js';
import { checkOrder, readMoment } from './moment.js';
import { PUBLISH } from './publish.js';
import type { Reading } from './reading.js';
import { type Parent, type ReadRecord, shapeOf } from './record.js';
import { durationMinutes, idText, oneOf, textOf } from './text.js';

export const bookingSchema = z
  .strictObject({
    id: idText.describe('Unique among the bookings of the calendar.'),
    start: textOf('a time such as 2026-11-10T09:30').describe(
      "Start, local to the calendar's zone or with an offset: 2026-11-10T09:30+01:00.",
    ),
    end: textOf('a time such as 2026-11-10T10:00').optional().describe('End, after the start.'),
    duration: durationMinutes.optional().describe('Minutes from the start, instead of end.'),
    addressServiceId: idText.optional().describe('The service that was booked.'),
    status: oneOf(['booked', 'canceled'])
      .optional()
      .describe('booked if left out; a canceled booking blocks nothing.'),
    publish: oneOf(PUBLISH)
      .optional()
      .describe(
        'carve: cut out of the work periods (default). break: sent as a break. none: Docplanner knows it already.',
      ),
  })
  .meta({ oneOf: [{ required: ['end'] }, { required: ['duration'] }] })
  .describe('An appointment; give end or duration. Nothing about the patient belongs here.');

const PARTIAL = bookingSchema.partial();
const SHAPE = shapeOf('a booking with id, start and duration', bookingSchema, PARTIAL);
const LIST: ListSpec = {
  items: 'bookings',
  least: 0,
  most: MAX_ITEMS.bookings,
  absent: 'is-empty',
};

/** Reads a calendar's bookings. */
export function readBookings(
  raw: unknown,
  calendar: Parent,
  zone: ZoneId | undefined,
  reading: Reading,
): readonly Booking[] {
  return readItems(SHAPE, LIST, raw, calendar, 'bookings', reading, (read) =>
    readBooking(read, zone, reading),
  );
}

type Whole = z.output<typeof bookingSchema>;
type Known = z.output<typeof PARTIAL>;

function readBooking(
  { path, known, whole, tried }: ReadRecord<Whole, Known>,
  zone: ZoneId | undefined,
  { errors }: Reading,
): Booking | undefined {
  const start = readMoment(known.start, at(path, 'start'), errors);
  const until = readMoment(known.end, at(path, 'end'), errors);
  const given = ['end', 'duration'].filter(tried);
  if (given.length === 1) {
    checkOrder(start, until, zone, path, errors);
  } else {
    errors.add(path, { type: 'not-exactly-one', given }, 'either end or duration');
  }
  if (whole === undefined || start === undefined) return undefined;
  const { id, duration, addressServiceId: service, status, publish } = whole;
  const end =
    duration === undefined ? until : { kind: 'duration' as const, duration: minutes(duration) };
  if (end === undefined) return undefined;
  return {
    id,
    start,
    end,
    addressServiceId: service === undefined ? undefined : addressServiceId(service),
    status: status ?? 'booked',
    publish: publish ?? 'carve',
  };
}
