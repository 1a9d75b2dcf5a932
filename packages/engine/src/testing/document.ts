import * as fc from 'fast-check';
import { acceptance } from './acceptance.js';
import { type CalendarOptions, calendar } from './calendar.js';
import { closure } from './closure.js';
import { horizon } from './horizon.js';
import type { AddressInput, CalendarInput, ClinicInput, HorizonInput } from './input.js';
import { completeSetting } from './setting.js';
import { zoneName } from './zone.js';

/** How many calendars a document has, and what each of them may have; ids and addresses are numbered. */
export interface ClinicOptions extends Omit<CalendarOptions, 'id' | 'addressId'> {
  /** The most calendars; they are of one doctor, at different addresses. Default: 2. */
  readonly mostCalendars?: number;
  /**
   * The most retired calendars, at addresses of their own; where there are some, there may be no others.
   * Default: 0.
   */
  readonly mostRetired?: number;
}

function retiredAddresses(most: number): fc.Arbitrary<readonly AddressInput[]> {
  return fc.nat(most).map((count) =>
    Array.from({ length: count }, (_, index) => ({
      facilityId: '11',
      doctorId: '22',
      addressId: `${91 + index}`,
    })),
  );
}

/**
 * A valid clinic document, as people write it, with one zone and calendars of one doctor.
 *
 * Law: `parseDocument` takes it.
 *
 * @example
 * fc.sample(clinicDocument()).every((input) => parseDocument(input).isOk()) // => true
 */
export function clinicDocument(options: ClinicOptions = {}): fc.Arbitrary<ClinicInput> {
  const { timezone } = completeSetting(options);
  const { mostCalendars = 2, mostClosures = 2, mostAccepted = 2, mostRetired = 0 } = options;
  const numbers = fc.constantFrom(
    ...Array.from({ length: mostCalendars }, (_, index) => index + 1),
  );
  const calendars = numbers.chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        calendar({ ...options, id: `calendar-${index + 1}`, addressId: `${31 + index}` }),
      ),
    ),
  );
  const withOwnZone = (list: readonly CalendarInput[]): readonly CalendarInput[] =>
    list.map((item) => ({ ...item, timezone }));
  const ids = ['calendar-1', 'calendar-2', 'booking-1', 'schedule-1', '101'];
  return fc
    .record({
      calendars: fc.oneof(calendars, calendars.map(withOwnZone)),
      closures: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        fc.array(closure(options), { maxLength: Math.min(1, mostClosures) }),
      ),
      accept: fc.oneof(
        { weight: 3, arbitrary: fc.constant(undefined) },
        fc.array(acceptance({ ...options, ids }), { maxLength: mostAccepted }),
      ),
      retired: mostRetired === 0 ? fc.constant(undefined) : retiredAddresses(mostRetired),
      only: fc.constantFrom('both', 'both', 'retired'),
    })
    .map(({ calendars: list, closures, accept, retired, only }) => ({
      version: 1,
      timezone,
      ...(closures === undefined ? {} : { closures }),
      ...(accept === undefined ? {} : { accept }),
      ...(retired === undefined ? {} : { retired }),
      calendars: only === 'retired' && retired !== undefined && retired.length > 0 ? [] : list,
    }));
}

/** A document and a question about it. */
export interface ClinicCase {
  /** Valid, as people write it. */
  readonly document: ClinicInput;
  /** The dates that are asked for, and when. */
  readonly horizon: HorizonInput;
}

/** What the document of a case may have, and how long its horizon is; the dates of both are the same. */
export interface ClinicCaseOptions extends Omit<ClinicOptions, 'timezone' | 'from' | 'through'> {
  /** The zone, by itself. Default: any of the odd ones. */
  readonly timezone?: string;
  /** The most dates of a horizon. Default: 14. */
  readonly longest?: number;
}

/**
 * A document together with a horizon that its events meet, around a change of its zone's clock.
 *
 * Details: the zone is chosen first, then the horizon, then the document, so that shrinking keeps the
 * three in step.
 *
 * @example
 * fc.sample(clinicCase({ longest: 3 })).every(({ document, horizon }) =>
 *   parseDocument(document).isOk() && parseHorizon(horizon.from, horizon.through).isOk())
 * // => true
 */
export function clinicCase(options: ClinicCaseOptions = {}): fc.Arbitrary<ClinicCase> {
  const { timezone: fixed, longest = 14, ...rest } = options;
  const zone = fixed === undefined ? zoneName() : fc.constant(fixed);
  return zone.chain((timezone) =>
    horizon({ timezone, longest }).chain((asked) =>
      clinicDocument({ ...rest, timezone, from: asked.from, through: asked.through }).map(
        (document) => ({ document, horizon: asked }),
      ),
    ),
  );
}
