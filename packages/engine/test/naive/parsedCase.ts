import * as fc from 'fast-check';
import {
  type Booking,
  type Break,
  type Calendar,
  type Closure,
  type Instant,
  type Publish,
  parseDocument,
  zoneOf,
} from '../../src/index.js';
import { parseRule } from '../../src/recurrence/parseRule.js';
import { clinicCase, type HorizonValues, readHorizon } from '../../src/testing/index.js';
import type { Moment } from '../../src/time/iso.js';
import { type LocalDate, plus, wallAt } from '../../src/time/units.js';
import { placeMoment } from '../../src/time/zone.js';

/** Calendars of a document, and what is asked of them. */
export interface ParsedCase {
  readonly calendars: readonly Calendar[];
  readonly asked: HorizonValues;
}

const RULES = [
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3',
  'FREQ=MONTHLY;BYDAY=-1SU',
  'FREQ=DAILY;UNTIL=20261025',
  'FREQ=DAILY;UNTIL=20261025T000000',
  'FREQ=DAILY;UNTIL=20261024T220000Z',
].map((text) => parseRule(text)._unsafeUnwrap());

/** A closure of dates by a rule or by RDATEs, on or before a horizon's dates. */
function closureByRule({ from, through }: HorizonValues): fc.Arbitrary<Closure> {
  const near = fc.integer({ min: -9, max: through - from }).map((days) => plus(from, days));
  return fc
    .record({
      first: near,
      rrule: fc.option(fc.constantFrom(...RULES), { nil: undefined }),
      exdates: fc.array(near, { maxLength: 2 }),
      rdates: fc.array(near, { maxLength: 2 }),
    })
    .map(({ first, ...rest }) => ({ from: first, through: first, ...rest, reason: undefined }));
}

/** Every other override goes on for some dates, as far as no other one has them. */
function stretched({ overrides }: Calendar, days: number): Calendar['overrides'] {
  return overrides.map((override, index) => {
    if (index % 2 === 1) return override;
    let through: LocalDate = override.through;
    for (let more = 0; more < days; more += 1) {
      const next = plus(through, 1);
      if (overrides.some((other) => other.from <= next && next <= other.through)) break;
      through = next;
    }
    return { ...override, through };
  });
}

/** A date of a horizon and a minute of its first hours, in which clocks change. */
function nightTime({ from, through }: HorizonValues): fc.Arbitrary<Moment> {
  return fc
    .tuple(fc.integer({ min: 0, max: through - from }), fc.integer({ min: 0, max: 4 * 60 }))
    .map(([days, minute]) => ({ kind: 'local', wall: wallAt(plus(from, days), minute) }));
}

const publish = (): fc.Arbitrary<Publish> => fc.constantFrom('carve', 'break', 'none');

/** A short break, or a booking of the calendar's first service, in the hours in which clocks change. */
function nightTimes(asked: HorizonValues): fc.Arbitrary<NightTimes> {
  const pause = fc
    .tuple(nightTime(asked), fc.integer({ min: 1, max: 150 }), publish())
    .map(([start, length, way]): Break => {
      const wall = start.kind === 'local' ? plus(start.wall, length) : wallAt(asked.from, length);
      const end: Moment = { kind: 'local', wall };
      const rest = { rrule: undefined, exdates: [], rdates: [], publish: way };
      return { id: 'night', description: 'night', start, end, ...rest };
    });
  const booking = fc.record({
    start: nightTime(asked),
    duration: fc.integer({ min: 1, max: 90 }),
    publish: publish(),
  });
  return fc.record({
    breaks: fc.array(pause, { maxLength: 1 }),
    bookings: fc.array(booking, { maxLength: 1 }),
  });
}

interface NightBooking {
  readonly start: Moment;
  readonly duration: number;
  readonly publish: Publish;
}

/** As a document's booking is read: one that starts in a gap starts after it. */
function placed({ start, duration, publish: way }: NightBooking, calendar: Calendar): Booking {
  const zone = zoneOf(calendar.timezone);
  const { instant, kind } = placeMoment(start, zone);
  return {
    id: 'night',
    start: kind === 'gap' ? zone.gapEnd(instant) : instant,
    end: plus(instant, duration),
    addressServiceId: calendar.services[0]?.addressServiceId,
    status: 'booked',
    publish: way,
  };
}

interface NightTimes {
  readonly breaks: readonly Break[];
  readonly bookings: readonly NightBooking[];
}

/** Minutes from the horizon's first on at which `now` is, or none for the case's own `now`. */
const moment = (): fc.Arbitrary<number | undefined> =>
  fc.option(fc.integer({ min: 0, max: 3 * 1440 }), { nil: undefined });

/** Random documents with closures by rules, overrides of several dates, and `now` in the horizon, too. */
export function parsedCase(): fc.Arbitrary<ParsedCase> {
  return clinicCase().chain(({ document, horizon }) => {
    const asked = readHorizon(horizon)._unsafeUnwrap();
    const { calendars } = parseDocument(document)._unsafeUnwrap();
    const closures = fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(closureByRule(asked), { maxLength: 2 }) },
    );
    return fc
      .record({
        closures,
        days: fc.integer({ min: 0, max: 4 }),
        minute: moment(),
        night: nightTimes(asked),
      })
      .map(({ closures: more, days, minute, night }) => ({
        calendars: calendars.map((calendar) => ({
          ...calendar,
          closures: [...calendar.closures, ...more],
          overrides: stretched(calendar, days),
          breaks: [...calendar.breaks, ...night.breaks],
          bookings: [...calendar.bookings, ...night.bookings.map((each) => placed(each, calendar))],
        })),
        asked: minute === undefined ? asked : { ...asked, now: inHorizon(asked, minute) },
      }));
  });
}

function inHorizon({ from }: HorizonValues, minute: number): Instant {
  return (from * 1440 + minute) as Instant;
}
