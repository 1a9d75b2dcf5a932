import * as fc from 'fast-check';
import { acceptance } from './acceptance.js';
import { booking } from './booking.js';
import { calendarBreak } from './break.js';
import { closure } from './closure.js';
import type { CalendarInput } from './input.js';
import { overrides } from './override.js';
import { schedule } from './schedule.js';
import { serviceIdsOf, services } from './service.js';
import type { Setting } from './setting.js';

/** Where a calendar is at Docplanner, and how many items of each kind it has at most. */
export interface CalendarOptions extends Setting {
  /** Default: `calendar`. */
  readonly id?: string;
  /** Default: `22`. */
  readonly doctorId?: string;
  /** Default: `33`. */
  readonly addressId?: string;
  /** The most services of the calendar. Default: 4. */
  readonly mostServices?: number;
  /** Whether services have ids beside Docplanner's. Default: sometimes. */
  readonly ownServiceIds?: 'sometimes' | 'never';
  /** The most schedules; there is always at least one. Default: 4. */
  readonly mostSchedules?: number;
  /** The most overridden dates and ranges of dates. Default: 3. */
  readonly mostOverrides?: number;
  /** The most closures of its own. Default: 2. */
  readonly mostClosures?: number;
  /** The most breaks, however often one recurs. Default: 4. */
  readonly mostBreaks?: number;
  /** The most bookings, canceled ones included. Default: 8. */
  readonly mostBookings?: number;
  /** The most entries of `accept`; most calendars have none. Default: 2. */
  readonly mostAccepted?: number;
}

/** Gives the items of a list ids of their own: `break-1`, `break-2`… */
function numbered<T extends { readonly id: string }>(
  items: fc.Arbitrary<readonly T[]>,
): fc.Arbitrary<readonly T[]> {
  return items.map((list) =>
    list.map((item, index) => ({ ...item, id: `${item.id}-${index + 1}` })),
  );
}

/**
 * A calendar with everything that a calendar can have, on or near the setting's dates.
 *
 * Law: a document of calendars with different ids is valid.
 *
 * @example
 * fc.sample(calendar({ timezone: 'UTC', mostBookings: 0 })).every(
 *   (one) => parseDocument({ version: 1, timezone: 'UTC', calendars: [one] }).isOk(),
 * )
 * // => true
 */
export function calendar(options: CalendarOptions = {}): fc.Arbitrary<CalendarInput> {
  const { id = 'calendar', doctorId = '22', addressId = '33' } = options;
  const {
    mostServices = 4,
    ownServiceIds: ownIds = 'sometimes',
    mostSchedules = 4,
    mostOverrides = 3,
  } = options;
  const { mostClosures = 2, mostBreaks = 4, mostBookings = 8, mostAccepted = 2 } = options;
  const { timezone, from, through } = options;
  const setting: Setting = {
    ...(timezone === undefined ? {} : { timezone }),
    ...(from === undefined ? {} : { from }),
    ...(through === undefined ? {} : { through }),
  };
  return services({ most: mostServices, ownIds }).chain((list) => {
    const serviceIds = serviceIdsOf(list);
    const own = { ...setting, serviceIds };
    // Bookings made at Docplanner name services as it does.
    const anyIds = [...serviceIds, ...list.map((service) => service.addressServiceId)];
    const ids = ['booking-1', 'booking-2', 'break-1', 'schedule-1', ...serviceIds];
    const accepted = fc.array(acceptance({ ...setting, ids }), { maxLength: mostAccepted });
    const parts = fc.record(
      {
        schedules: numbered(fc.array(schedule(own), { minLength: 1, maxLength: mostSchedules })),
        overrides: overrides({ ...own, most: mostOverrides }),
        closures: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(closure(setting), { maxLength: mostClosures }) },
        ),
        breaks: numbered(fc.array(calendarBreak(setting), { maxLength: mostBreaks })),
        bookings: numbered(
          fc.array(booking({ ...own, serviceIds: anyIds }), { maxLength: mostBookings }),
        ),
        accept: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: accepted },
        ),
      },
      { requiredKeys: ['schedules', 'breaks', 'bookings'] },
    );
    return parts.map((rest) => ({
      id,
      facilityId: '11',
      doctorId,
      addressId,
      services: list,
      ...rest,
    }));
  });
}
