import type { Moment } from '../../time/iso.js';
import { type Instant, plus } from '../../time/units.js';
import { placeMoment, type Zone } from '../../time/zone.js';
import type { Booking } from '../clinic.js';
import { addressServiceId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { MOMENT_PATTERN } from '../patterns.js';
import { recordList } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { durationMinutes, idText, oneOf, textOf } from '../shape/scalars.js';
import { PUBLISH } from './break.js';
import type { ErrorCollector } from './errorCollector.js';
import { exactlyOne } from './forms.js';
import { readItemsWithIds } from './list.js';
import { type Parent, tried } from './record.js';
import { type Services, serviceFields, serviceKey } from './service.js';
import { readLength, readMoment } from './times.js';

const booking = record(
  'a booking with id, start and duration',
  {
    id: required(idText, 'Unique among the bookings of the calendar.'),
    start: required(
      textOf('a time such as 2026-11-10T09:30', { pattern: MOMENT_PATTERN }),
      "Start, local to the calendar's zone or with an offset: 2026-11-10T09:30+01:00.",
    ),
    end: optional(
      textOf('a time such as 2026-11-10T10:00', { pattern: MOMENT_PATTERN }),
      'End, after the start.',
    ),
    duration: optional(durationMinutes, 'Minutes from the start, instead of end.'),
    ...serviceFields,
    status: optional(
      oneOf(['booked', 'canceled']),
      'booked if left out; a canceled booking blocks nothing.',
    ),
    publish: optional(
      oneOf(PUBLISH),
      'carve: cut out of the work periods (default). break: sent as a break. none: Docplanner knows it already.',
    ),
  },
  {
    ...exactlyOne(['end'], ['duration']),
    description: 'An appointment; give end or duration. Nothing about the patient belongs here.',
  },
);

export const bookingList = recordList('bookings', booking, { most: MAX_ITEMS.bookings });

/** Reads a calendar's bookings. */
export function readBookings(
  calendar: Parent,
  services: Services,
  zone: Zone | undefined,
  errors: ErrorCollector,
): readonly Booking[] {
  return readItemsWithIds(bookingList, calendar, errors, (booking) => {
    const { whole } = booking;
    const times = readTimes(booking, zone, errors);
    const key = serviceKey(booking, errors);
    const service = key === undefined ? undefined : booking.known[key];
    if (whole === undefined || times === undefined) return undefined;
    return {
      id: whole.id,
      start: times.start,
      end: times.end,
      addressServiceId:
        service === undefined
          ? undefined
          : (services.byId.get(service)?.addressServiceId ?? addressServiceId(service)),
      status: whole.status ?? 'booked',
      publish: whole.publish ?? 'carve',
    };
  });
}

const END = 'either end or duration';

interface WithTimes extends Parent {
  readonly known: {
    readonly start?: string | undefined;
    readonly end?: string | undefined;
    readonly duration?: number | undefined;
  } & Parent['known'];
}

/** When a booking takes place; nothing if that cannot be known. */
function readTimes(
  booking: WithTimes,
  zone: Zone | undefined,
  errors: ErrorCollector,
): Pick<Booking, 'start' | 'end'> | undefined {
  const { path, known, given } = booking;
  const start = readMoment(known.start, path, 'start', errors);
  const until = readMoment(known.end, path, 'end', errors);
  if (given.end !== undefined && given.duration !== undefined) {
    errors.add(path, { type: 'not-exactly-one', given: ['end', 'duration'] }, END);
  } else if (!tried(booking, 'end') && !tried(booking, 'duration')) {
    errors.add(path, { type: 'not-exactly-one', given: [] }, END);
  } else {
    readLength(start, until, zone, path, errors);
  }
  if (start === undefined || zone === undefined) return undefined;
  const { instant, kind } = placeMoment(start, zone);
  const end = endOf(instant, until, known.duration, zone);
  if (end === undefined) return undefined;
  return { start: kind === 'gap' ? zone.gapEnd(instant) : instant, end };
}

function endOf(
  start: Instant,
  until: Moment | undefined,
  duration: number | undefined,
  zone: Zone,
): Instant | undefined {
  if (duration !== undefined) return plus(start, duration);
  return until === undefined ? undefined : placeMoment(until, zone).instant;
}
