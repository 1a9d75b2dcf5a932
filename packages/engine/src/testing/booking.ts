import * as fc from 'fast-check';
import { publish } from './break.js';
import type { BookingInput } from './input.js';
import { offsetText } from './offset.js';
import { completeSetting, type Setting } from './setting.js';
import { appointmentLength, minuteOfDay } from './timeOfDay.js';
import { wallText } from './wallText.js';

/** What a booking is called and of what it may be; the setting says on which dates it is. */
export interface BookingOptions extends Setting {
  /** Default: `booking`. */
  readonly id?: string;
  /** The ids of the calendar's services; a booking may also name none, or one that is not there. Default: `101`. */
  readonly serviceIds?: readonly string[];
}

type Times = Pick<BookingInput, 'start' | 'end' | 'duration'>;

function timesOn(date: string, timezone: string): fc.Arbitrary<Times> {
  return fc
    .record({
      minute: minuteOfDay(),
      offset: fc.oneof(fc.constant(''), fc.constant(''), offsetText(timezone, date)),
      length: fc.oneof(
        { weight: 4, arbitrary: appointmentLength() },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 180 }) },
      ),
      ending: fc.constantFrom('duration', 'end'),
    })
    .map(({ minute, offset, length, ending }) => {
      const start = wallText(date, minute) + offset;
      if (ending === 'duration') return { start, duration: length };
      return { start, end: wallText(date, minute + length) + offset };
    });
}

/**
 * A booking on the setting's dates: active or canceled, local or with an offset (then always exact), with
 * an end or a duration, on the grid or off it, of a known, an unknown or no service.
 *
 * @example
 * fc.sample(booking({ id: 'b1' })).every(({ id }) => id === 'b1') // => true
 */
export function booking(options: BookingOptions = {}): fc.Arbitrary<BookingInput> {
  const { id = 'booking', serviceIds = ['101'] } = options;
  const { dates, timezone } = completeSetting(options);
  const times = fc.constantFrom(...dates).chain((date) => timesOn(date, timezone));
  const named = fc.constantFrom(...serviceIds, 'unknown');
  const service = fc.oneof(
    fc.constant({}),
    fc.record({ service: named }),
    fc.record({ addressServiceId: named }),
  );
  const rest = fc.record(
    {
      status: fc.constantFrom('booked', 'booked', 'booked', 'canceled'),
      publish: publish(),
    },
    { requiredKeys: [] },
  );
  return fc
    .tuple(times, service, rest)
    .map(([when, what, how]) => ({ id, ...when, ...what, ...how }));
}
