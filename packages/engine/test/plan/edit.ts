import fc from 'fast-check';
import { type ComputedCalendar, computeCalendar, parseDocument } from '../../src/index.js';
import {
  type BreakInput,
  type CalendarInput,
  type ClinicInput,
  clinicCase,
  clinicDocument,
  type HorizonInput,
  readHorizon,
} from '../../src/testing/index.js';
import { addDays, clockText, wallText } from '../../src/testing/wallText.js';

/** A calendar before and after its document was edited; the horizon may have moved on. */
export interface Edit {
  readonly before: ComputedCalendar;
  readonly after: ComputedCalendar;
}

/** Computes the one calendar of a document; undefined if the document is not valid. */
export function computed(
  document: ClinicInput,
  horizon: HorizonInput,
): ComputedCalendar | undefined {
  const [calendar] = parseDocument(document).unwrapOr({ calendars: [] }).calendars;
  const { now, from, through } = readHorizon(horizon)._unsafeUnwrap();
  return calendar === undefined ? undefined : computeCalendar(calendar, { from, through }, now);
}

interface Documents {
  readonly before: ClinicInput;
  readonly after: ClinicInput;
  readonly horizon: HorizonInput;
}

const withCalendar = (document: ClinicInput, changes: Partial<CalendarInput>): ClinicInput => ({
  ...document,
  calendars: document.calendars.map((calendar) => ({ ...calendar, ...changes })),
});

/** Any document, and the same one with a part of another one. */
function anyDocuments(): fc.Arbitrary<Documents> {
  // Parts of one document name services of the other.
  const alike = { mostCalendars: 1, ownServiceIds: 'never' } as const;
  return clinicCase({ ...alike, longest: 5 }).chain(({ document, horizon }) =>
    fc
      .record({
        other: clinicDocument({
          ...alike,
          timezone: document.timezone,
          from: horizon.from,
          through: horizon.through,
        }),
        taken: fc.constantFrom('breaks', 'bookings', 'overrides', 'schedules', 'all'),
      })
      .map(({ other, taken }) => {
        const [calendar] = other.calendars;
        if (calendar === undefined || taken === 'all') {
          return { before: document, after: other, horizon };
        }
        const { breaks = [], bookings = [], overrides = [], schedules } = calendar;
        const parts = {
          breaks: { breaks },
          bookings: { bookings },
          overrides: { overrides },
          schedules: { schedules },
        };
        return { before: document, after: withCalendar(document, parts[taken]), horizon };
      }),
  );
}

const FROM = '2026-10-23';
const THROUGH = '2026-10-26';

type BreakOf = (id: string) => fc.Arbitrary<BreakInput>;

const anyBreak: BreakOf = (id) =>
  placed(id, {
    day: fc.integer({ min: -1, max: 4 }),
    ten: fc.integer({ min: 48, max: 110 }),
    tens: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(100)),
    description: fc.constantFrom('Lunch', 'Meeting'),
    publish: fc.constantFrom('break', 'break', 'break', 'carve'),
  });

/** All of these are near each other, so that moving them gets in each other's way. */
const crowdedBreak: BreakOf = (id) =>
  placed(id, {
    day: fc.integer({ min: 0, max: 1 }),
    ten: fc.integer({ min: 54, max: 70 }),
    tens: fc.integer({ min: 1, max: 4 }),
    description: fc.constant('Lunch'),
    publish: fc.constant('break'),
  });

function placed(
  id: string,
  parts: {
    readonly day: fc.Arbitrary<number>;
    readonly ten: fc.Arbitrary<number>;
    readonly tens: fc.Arbitrary<number>;
    readonly description: fc.Arbitrary<string>;
    readonly publish: fc.Arbitrary<'break' | 'carve'>;
  },
): fc.Arbitrary<BreakInput> {
  return fc.record(parts).map(({ day, ten, tens, description, publish }) => {
    const [start, end] = [ten * 10, (ten + tens) * 10].map((at) =>
      wallText(addDays(FROM, day), at),
    );
    return { id, start: start ?? '', end: end ?? '', description, publish };
  });
}

function someBreaks(breakOf: BreakOf): fc.Arbitrary<readonly BreakInput[]> {
  return fc
    .subarray(['a', 'b', 'c', 'd', 'e', 'f'])
    .chain((ids) => fc.tuple(...ids.map((id) => breakOf(id))));
}

/** A calendar with long hours and many breaks, some of which change. */
function busyDocuments(breakOf: BreakOf): fc.Arbitrary<Documents> {
  const window = fc
    .record({
      start: fc.integer({ min: 7, max: 15 }),
      length: fc.integer({ min: 1, max: 6 }),
      services: fc.subarray(['101', '102', '103'], { minLength: 1 }),
    })
    .map(({ start, length, services }) => ({
      start: clockText(start * 60),
      end: clockText((start + length) * 60),
      services,
    }));
  const windows = fc.array(window, { minLength: 1, maxLength: 3 });
  const override = fc
    .tuple(fc.constantFrom(0, 1, 2, 3), windows)
    .map(([day, list]) => ({ date: addDays(FROM, day), windows: list }));
  return fc
    .record({
      usual: windows,
      overrides: fc.tuple(fc.option(override), fc.option(override)),
      breaks: fc.tuple(someBreaks(breakOf), someBreaks(breakOf)),
      kept: fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
    })
    .map(({ usual, overrides, breaks, kept }) => {
      const document = (version: 0 | 1): ClinicInput => ({
        version: 1,
        timezone: 'Europe/Madrid',
        calendars: [
          {
            id: 'calendar',
            facilityId: '11',
            doctorId: '22',
            addressId: '33',
            services: [
              { addressServiceId: '101', duration: 20 },
              { addressServiceId: '102', duration: 30 },
              { addressServiceId: '103', duration: 60 },
            ],
            schedules: usual.map(({ start, end, services }, index) => ({
              id: `s${index}`,
              start: `${FROM}T${start}`,
              end: `${FROM}T${end}`,
              rrule: 'FREQ=DAILY',
              services,
            })),
            overrides: [overrides[version]].filter((each) => each !== null),
            breaks: [
              ...breaks[0].filter(({ id }) => kept.includes(id) || version === 0),
              ...breaks[1].filter(
                ({ id }) =>
                  version === 1 && !(kept.includes(id) && breaks[0].some((each) => each.id === id)),
              ),
            ],
          },
        ],
      });
      const horizon = { now: '2026-10-22T08:00:00Z', from: FROM, through: THROUGH };
      return { before: document(0), after: document(1), horizon };
    });
}

/** A document edited in any way, over the same horizon or one that starts or ends on other dates. */
export function edit(): fc.Arbitrary<Edit> {
  return fc
    .record({
      documents: fc.oneof(anyDocuments(), busyDocuments(anyBreak), busyDocuments(crowdedBreak)),
      later: fc.constantFrom(0, 0, 0, 1),
      longer: fc.constantFrom(0, 0, 0, -2, -1, 1),
    })
    .map(({ documents: { before, after, horizon }, later, longer }) => {
      const through = addDays(horizon.through, longer);
      const from = addDays(horizon.from, later);
      const moved = from <= through ? { ...horizon, from, through } : horizon;
      return { before: computed(before, horizon), after: computed(after, moved) };
    })
    .filter((each): each is Edit => each.before !== undefined && each.after !== undefined);
}
