import * as z from 'zod';
import { minutes } from '../../time/units.js';
import type { ZoneId } from '../../time/zoneId.js';
import type { Booking } from '../clinic.js';
import { addressServiceId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { MOMENT_PATTERN } from '../patterns.js';
import { PUBLISH } from './break.js';
import { at, type ErrorCollector } from './errorCollector.js';
import { exactlyOne } from './forms.js';
import { readItemsWithIds } from './list.js';
import { type Parent, type ReadRecord, shapeOf } from './record.js';
import { readServiceName, type Services, serviceKeys } from './service.js';
import { durationMinutes, idText, oneOf, textOf } from './text.js';
import { readLength, readMoment } from './times.js';

export const bookingSchema = z
  .strictObject({
    id: idText.describe('Unique among the bookings of the calendar.'),
    start: textOf('a time such as 2026-11-10T09:30', MOMENT_PATTERN).describe(
      "Start, local to the calendar's zone or with an offset: 2026-11-10T09:30+01:00.",
    ),
    end: textOf('a time such as 2026-11-10T10:00', MOMENT_PATTERN)
      .optional()
      .describe('End, after the start.'),
    duration: durationMinutes.optional().describe('Minutes from the start, instead of end.'),
    ...serviceKeys,
    status: oneOf(['booked', 'canceled'])
      .optional()
      .describe('booked if left out; a canceled booking blocks nothing.'),
    publish: oneOf(PUBLISH)
      .optional()
      .describe(
        'carve: cut out of the work periods (default). break: sent as a break. none: Docplanner knows it already.',
      ),
  })
  .meta(exactlyOne(['end'], ['duration']))
  .describe('An appointment; give end or duration. Nothing about the patient belongs here.');

const PARTIAL = bookingSchema.partial();
const LIST = {
  key: 'bookings',
  least: 0,
  most: MAX_ITEMS.bookings,
  absent: 'is-empty',
  shape: shapeOf('a booking with id, start and duration', bookingSchema, PARTIAL),
} as const;

/** Reads a calendar's bookings. */
export function readBookings(
  calendar: Parent,
  services: Services,
  zone: ZoneId | undefined,
  errors: ErrorCollector,
): readonly Booking[] {
  return readItemsWithIds(LIST, calendar, errors, (booking) => {
    const { whole } = booking;
    const times = readTimes(booking, zone, errors);
    const named = readServiceName(booking, errors);
    if (whole === undefined || times === undefined) return undefined;
    return {
      id: whole.id,
      ...times,
      addressServiceId:
        named === undefined
          ? undefined
          : (services.byId.get(named.id)?.addressServiceId ?? addressServiceId(named.id)),
      status: whole.status ?? 'booked',
      publish: whole.publish ?? 'carve',
    };
  });
}

type Whole = z.output<typeof bookingSchema>;
type Known = z.output<typeof PARTIAL>;

function readTimes(
  { path, known, tried }: ReadRecord<Whole, Known>,
  zone: ZoneId | undefined,
  errors: ErrorCollector,
): Pick<Booking, 'start' | 'end'> | undefined {
  const start = readMoment(known.start, at(path, 'start'), errors);
  const until = readMoment(known.end, at(path, 'end'), errors);
  const given = ['end', 'duration'].filter(tried);
  if (given.length === 1) readLength(start, until, zone, path, errors);
  else errors.add(path, { type: 'not-exactly-one', given }, 'either end or duration');
  const end =
    known.duration === undefined
      ? until
      : { kind: 'duration' as const, duration: minutes(known.duration) };
  return start === undefined || end === undefined ? undefined : { start, end };
}
