import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Moment, parseDate, parseWallTime } from '../time/iso.js';
import { dateOf, plus, wallAt } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { zoneId } from '../time/zoneId.js';
import type { DateOrTime, Recurring } from './event.js';
import { occurrences } from './occurrences.js';
import { parseRule } from './parseRule.js';
import { ruleDates } from './ruleDates.js';

const EPOCH = parseDate('2026-01-01')._unsafeUnwrap();
const NOON = parseWallTime('2026-01-01T00:00')._unsafeUnwrap();
const NAMES = [
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'America/Nuuk',
  'Africa/Cairo',
  'America/Havana',
];

const zone = fc.constantFrom(...NAMES).map((name) => zoneOf(zoneId(name)._unsafeUnwrap()));
const wall = fc.integer({ min: 0, max: 400 * 96 }).map((quarter) => plus(NOON, quarter * 15));
const dateOrTime: fc.Arbitrary<DateOrTime> = fc.oneof(
  wall.map((time): DateOrTime => ({ kind: 'date', date: dateOf(time) })),
  wall.map((time): DateOrTime => ({ kind: 'time', wall: time })),
);
const rules = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;COUNT=40',
  'FREQ=WEEKLY;BYDAY=SU,WE',
  'FREQ=MONTHLY',
];
const rrule = fc.constantFrom(undefined, ...rules.map((text) => parseRule(text)._unsafeUnwrap()));
const local = (time: typeof NOON): Moment => ({ kind: 'local', wall: time });

const event: fc.Arbitrary<Recurring> = fc
  .record({
    first: wall,
    length: fc.oneof(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 97, max: 500 })),
    rrule,
    exdates: fc.array(dateOrTime, { maxLength: 4 }),
    rdates: fc.array(dateOrTime, { maxLength: 4 }),
  })
  .map(({ first, length, ...rest }) => ({
    start: local(first),
    end: local(plus(first, length * 15)),
    ...rest,
  }));
const range = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]) => ({ from: plus(EPOCH, from), through: plus(EPOCH, from + length) }));

test('a range has the occurrences of a longer one that start on its dates or touch it from before', () => {
  fc.assert(
    fc.property(event, zone, range, (given, place, dates) => {
      const longer = { from: plus(dates.from, -60), through: plus(dates.through, 60) };
      const [start, end] = [place.startOf(dates.from), place.startOf(plus(dates.through, 1))];
      const expected = occurrences(given, place, longer).filter(
        (each) =>
          (each.date >= dates.from && each.date <= dates.through) ||
          (each.start < end && each.end >= start),
      );
      expect(occurrences(given, place, dates)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('each start is placed as the zone says and the wall clock keeps the length', () => {
  fc.assert(
    fc.property(event, zone, range, (given, place, dates) => {
      const bare = { ...given, exdates: [], rdates: [] };
      if (bare.rrule === undefined || bare.start.kind === 'exact' || bare.end.kind === 'exact')
        return;
      const first = bare.start.wall;
      const length = bare.end.wall - first;
      const minute = first - wallAt(dateOf(first), 0);
      const expected = ruleDates(bare.rrule, dateOf(first), dates).map((date) => {
        const time = wallAt(date, minute);
        const [start, end] = [place.place(time), place.place(plus(time, length))];
        return {
          date,
          start: start.instant,
          end: end.instant,
          startKind: start.kind,
          endKind: end.kind,
        };
      });
      const found = occurrences(bare, place, dates).filter(({ date }) => date >= dates.from);
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('sorted by start; what EXDATE names is gone, what RDATE names is there unless it is', () => {
  fc.assert(
    fc.property(event, zone, range, (given, place, dates) => {
      const found = occurrences(given, place, dates);
      expect(found).toEqual([...found].sort((a, b) => a.start - b.start));
      const gone = given.exdates.filter((each) => each.kind === 'date').map((each) => each.date);
      expect(found.filter(({ date }) => gone.includes(date))).toEqual([]);
      for (const added of given.rdates) {
        const date = added.kind === 'date' ? added.date : dateOf(added.wall);
        if (date < dates.from || date > dates.through || given.exdates.length > 0) continue;
        expect(found.filter((each) => each.date === date).length).toBeGreaterThan(0);
      }
    }),
  );
});
