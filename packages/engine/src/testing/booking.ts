import * as fc from 'fast-check';
import { publish } from './break.js';
import { offsetText } from './event.js';
import type { BookingInput } from './input.js';
import { completeSetting, type Setting } from './setting.js';
import { appointmentLength, minuteOfDay } from './timeOfDay.js';
import { wallText } from './wallText.js';

export interface BookingOptions extends Setting {
  /** Default: `booking`. */
  readonly id?: string;
  /** The ids of the calendar's services; a booking may also name none, or one that is not there. Default: `101`. */
  readonly serviceIds?: readonly string[];
}

/**
 * A booking on the setting's dates: active or canceled, local or with an offset (then always exact), with
 * an end or a duration, on the grid or off it, of a known, an unknown or no service.
 */
export function booking(options: BookingOptions = {}): fc.Arbitrary<BookingInput> {
  const { id = 'booking', serviceIds = ['101'] } = options;
  const { dates } = completeSetting(options);
  const times = fc
    .record({
      date: fc.constantFrom(...dates),
      minute: minuteOfDay(),
      offset: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, offsetText()),
      length: fc.oneof(
        { weight: 4, arbitrary: appointmentLength() },
        fc.integer({ min: 1, max: 180 }),
      ),
      ending: fc.constantFrom('duration', 'end'),
    })
    .map(({ date, minute, offset, length, ending }) => ({
      start: wallText(date, minute) + offset,
      ...(ending === 'end'
        ? { end: wallText(date, minute + length) + offset }
        : { duration: length }),
    }));
  const rest = fc.record(
    {
      addressServiceId: fc.constantFrom(...serviceIds, 'unknown'),
      status: fc.constantFrom('booked', 'booked', 'booked', 'canceled'),
      publish: publish(),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(times, rest).map(([when, what]) => ({ id, ...when, ...what }));
}
