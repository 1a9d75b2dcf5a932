import { describe, expect, test } from 'vitest';
import { formatDate } from '../time/date.js';
import { instantFormatter } from '../time/formatter.js';
import { parseDate, parseMoment, parseWallTime } from '../time/iso.js';
import { zoneOf } from '../time/zone.js';
import { zoneId } from '../time/zoneId.js';
import type { DateOrTime, Recurring } from './event.js';
import { occurrences } from './occurrences.js';
import { parseRule } from './parseRule.js';

interface Written {
  readonly start: string;
  readonly end: string;
  readonly rrule?: string;
  readonly exdates?: readonly string[];
  readonly rdates?: readonly string[];
}

const dateOrTime = (text: string): DateOrTime =>
  text.includes('T')
    ? { kind: 'time', wall: parseWallTime(text)._unsafeUnwrap() }
    : { kind: 'date', date: parseDate(text)._unsafeUnwrap() };

const eventOf = ({ start, end, rrule, exdates = [], rdates = [] }: Written): Recurring => ({
  start: parseMoment(start)._unsafeUnwrap(),
  end: parseMoment(end)._unsafeUnwrap(),
  rrule: rrule === undefined ? undefined : parseRule(rrule)._unsafeUnwrap(),
  exdates: exdates.map(dateOrTime),
  rdates: rdates.map(dateOrTime),
});

const inRange = (written: Written, from: string, through: string, name: string) => {
  const zone = zoneOf(zoneId(name)._unsafeUnwrap());
  const [first, last] = [parseDate(from)._unsafeUnwrap(), parseDate(through)._unsafeUnwrap()];
  const found = occurrences(eventOf(written), zone, { from: first, through: last });
  return { found, iso: instantFormatter(zone) };
};

/** The starts, as local times. */
const starts = (written: Written, from: string, through: string, name = 'Europe/Madrid') => {
  const { found, iso } = inRange(written, from, through, name);
  return found.map(({ start }) => iso(start).slice(0, 16));
};

/** Date, start, end and kinds. */
const whole = (written: Written, from: string, through: string, name = 'Europe/Madrid') => {
  const { found, iso } = inRange(written, from, through, name);
  return found.map(
    (each) =>
      `${formatDate(each.date)} ${iso(each.start)} ${iso(each.end)} ${each.startKind} ${each.endKind}`,
  );
};

const weekly = { start: '2026-10-05T09:00', end: '2026-10-05T14:00', rrule: 'FREQ=WEEKLY' };
const single = { start: '2026-10-05T09:00', end: '2026-10-05T14:00' };

describe('UNTIL is inclusive and limits only the rule', () => {
  test.each([
    ['20261018', ['2026-10-05T09:00', '2026-10-12T09:00']],
    ['20261019', ['2026-10-05T09:00', '2026-10-12T09:00', '2026-10-19T09:00']],
    ['20261019T090000', ['2026-10-05T09:00', '2026-10-12T09:00', '2026-10-19T09:00']],
    ['20261019T085959', ['2026-10-05T09:00', '2026-10-12T09:00']],
    ['20261019T070000Z', ['2026-10-05T09:00', '2026-10-12T09:00', '2026-10-19T09:00']],
    ['20261019T065900Z', ['2026-10-05T09:00', '2026-10-12T09:00']],
    ['20261004', []],
  ])('%s', (until, expected) => {
    const event = { ...weekly, rrule: `FREQ=WEEKLY;UNTIL=${until}` };
    expect(starts(event, '2026-10-01', '2026-11-30')).toEqual(expected);
    const added = { ...event, rdates: ['2026-11-20'] };
    expect(starts(added, '2026-10-01', '2026-11-30')).toEqual([...expected, '2026-11-20T09:00']);
  });

  test('in UTC it is compared as local time, even where the date differs', () => {
    const event = { start: '2026-10-05T00:30', end: '2026-10-05T01:00' };
    const rrule = 'FREQ=DAILY;UNTIL=20261006T223000Z';
    expect(starts({ ...event, rrule }, '2026-10-06', '2026-10-31')).toEqual([
      '2026-10-06T00:30',
      '2026-10-07T00:30',
    ]);
  });
});

describe('RDATE and EXDATE', () => {
  const from = '2026-10-05';
  const through = '2026-10-20';

  test('a date has the same time of day, a time its own; both the same length', () => {
    expect(whole({ ...single, rdates: ['2026-10-07', '2026-10-06T10:30'] }, from, through)).toEqual(
      [
        '2026-10-05 2026-10-05T09:00:00+02:00 2026-10-05T14:00:00+02:00 once once',
        '2026-10-06 2026-10-06T10:30:00+02:00 2026-10-06T15:30:00+02:00 once once',
        '2026-10-07 2026-10-07T09:00:00+02:00 2026-10-07T14:00:00+02:00 once once',
      ],
    );
  });

  test('what the rule and RDATE give counts once', () => {
    const rdates = ['2026-10-12', '2026-10-12T09:00', '2026-10-05', '2026-10-19T09:00'];
    expect(starts({ ...weekly, rdates }, from, through)).toEqual(starts(weekly, from, through));
  });

  test('EXDATE wins over both: a date for all that starts on it, a time for that start', () => {
    const rdates = ['2026-10-12T18:00', '2026-10-14', '2026-10-19T18:00'];
    const exdates = ['2026-10-12', '2026-10-14T09:00', '2026-10-19T09:00', '2026-10-19T18:01'];
    expect(starts({ ...weekly, rdates, exdates }, from, through)).toEqual([
      '2026-10-05T09:00',
      '2026-10-19T18:00',
    ]);
  });

  test('COUNT counts what EXDATE takes and not what RDATE adds', () => {
    const event = { ...weekly, rrule: 'FREQ=WEEKLY;COUNT=2' };
    const changed = { ...event, exdates: ['2026-10-05'], rdates: ['2026-10-06'] };
    expect(starts(changed, from, through)).toEqual(['2026-10-06T09:00', '2026-10-12T09:00']);
  });

  test('RDATE before the start counts', () => {
    const early = { ...weekly, start: '2026-10-12T09:00', end: '2026-10-12T14:00' };
    expect(starts({ ...early, rdates: ['2026-10-06', '2026-10-07T08:00'] }, from, through)).toEqual(
      ['2026-10-06T09:00', '2026-10-07T08:00', '2026-10-12T09:00', '2026-10-19T09:00'],
    );
  });

  test('one-off: EXDATE can take it', () => {
    expect(starts({ ...single, exdates: ['2026-10-05'] }, from, through)).toEqual([]);
  });
});

describe('what reaches into the range', () => {
  test('across midnight and over days', () => {
    const night = { start: '2026-10-01T22:00', end: '2026-10-02T06:00', rrule: 'FREQ=DAILY' };
    expect(starts(night, '2026-10-05', '2026-10-06')).toEqual([
      '2026-10-04T22:00',
      '2026-10-05T22:00',
      '2026-10-06T22:00',
    ]);
    const congress = { start: '2026-10-01T22:00', end: '2026-10-09T06:00' };
    expect(starts(congress, '2026-10-09', '2026-10-09')).toEqual(['2026-10-01T22:00']);
    expect(starts(congress, '2026-10-10', '2026-10-10')).toEqual([]);
  });

  test('what ends as the range starts touches it, what ends before does not', () => {
    const evening = { start: '2026-10-04T22:00', end: '2026-10-05T00:00' };
    expect(starts(evening, '2026-10-05', '2026-10-06')).toEqual(['2026-10-04T22:00']);
    const earlier = { start: '2026-10-04T22:00', end: '2026-10-04T23:59' };
    expect(starts(earlier, '2026-10-05', '2026-10-06')).toEqual([]);
  });

  test.each([
    ['Africa/Cairo', '2026-04-23T20:00', '2026-04-24T00:00', 'once gap'],
    ['Africa/Cairo', '2026-04-24T00:00', '2026-04-24T00:30', 'gap gap'],
    ['America/Havana', '2026-10-31T20:00', '2026-11-01T00:00', 'once fold'],
    ['America/Nuuk', '2026-03-28T22:00', '2026-03-28T23:00', 'once gap'],
    ['America/Nuuk', '2026-03-28T23:15', '2026-03-29T00:00', 'gap once'],
  ])(
    '%s: a bound at the first instant of the range, %s to %s, is known as %s',
    (name, start, end, kinds) => {
      const date = name === 'America/Nuuk' ? '2026-03-29' : end.slice(0, 10);
      const found = whole({ start, end }, date, date, name);
      expect(found.map((text) => text.split(' ').slice(3).join(' '))).toEqual([kinds]);
    },
  );

  test('an end that a gap moves into it', () => {
    const day = { start: '2026-03-27T23:15', end: '2026-03-28T23:15' };
    expect(starts(day, '2026-03-29', '2026-03-29', 'America/Nuuk')).toEqual(['2026-03-27T23:15']);
    const late = { start: '2026-03-28T22:00', end: '2026-03-28T23:30' };
    expect(starts(late, '2026-03-29', '2026-03-29', 'America/Nuuk')).toEqual(['2026-03-28T22:00']);
  });
});

describe('offset changes', () => {
  test('windows keep their wall clock', () => {
    expect(whole(weekly, '2026-10-19', '2026-10-26')).toEqual([
      '2026-10-19 2026-10-19T09:00:00+02:00 2026-10-19T14:00:00+02:00 once once',
      '2026-10-26 2026-10-26T09:00:00+01:00 2026-10-26T14:00:00+01:00 once once',
    ]);
  });

  test.each([
    ['03-27T02:30', '03-27T03:15', '03-29T03:30:00+02:00 2026-03-29T03:15:00+02:00 gap once'],
    ['03-27T01:30', '03-27T02:30', '03-29T01:30:00+01:00 2026-03-29T03:30:00+02:00 once gap'],
    ['03-27T02:10', '03-27T02:40', '03-29T03:10:00+02:00 2026-03-29T03:40:00+02:00 gap gap'],
  ])('a bound in a gap moves forward, even past the end: %s', (start, end, expected) => {
    const event = { start: `2026-${start}`, end: `2026-${end}`, rrule: 'FREQ=DAILY' };
    expect(whole(event, '2026-03-29', '2026-03-29')).toEqual([`2026-03-29 2026-${expected}`]);
  });

  test('a gap at midnight', () => {
    const event = { start: '2026-04-20T00:30', end: '2026-04-20T02:00', rrule: 'FREQ=DAILY' };
    expect(whole(event, '2026-04-24', '2026-04-24', 'Africa/Cairo')).toEqual([
      '2026-04-24 2026-04-24T01:30:00+03:00 2026-04-24T02:00:00+03:00 gap once',
    ]);
  });

  test('a bound that occurs twice is its first occurrence', () => {
    const event = { start: '2026-10-20T02:30', end: '2026-10-20T03:30', rrule: 'FREQ=DAILY' };
    expect(whole(event, '2026-10-25', '2026-10-25')).toEqual([
      '2026-10-25 2026-10-25T02:30:00+02:00 2026-10-25T03:30:00+01:00 fold once',
    ]);
  });

  test('the date is the one before a gap moves the start past midnight', () => {
    const event = {
      start: '2026-03-20T23:15',
      end: '2026-03-21T01:00',
      rrule: 'FREQ=WEEKLY;BYDAY=SA',
    };
    expect(whole(event, '2026-03-28', '2026-03-28', 'America/Nuuk')).toEqual([
      '2026-03-28 2026-03-29T00:15:00-01:00 2026-03-29T01:00:00-01:00 gap once',
    ]);
  });

  test('exact times of a one-off stay; RDATE and EXDATE see its local time', () => {
    const event = { start: '2026-10-25T02:30+01:00', end: '2026-10-25T02:00Z' };
    expect(
      whole({ ...event, rdates: ['2026-10-27', '2026-10-25T02:30'] }, '2026-10-25', '2026-10-31'),
    ).toEqual([
      '2026-10-25 2026-10-25T02:30:00+01:00 2026-10-25T03:00:00+01:00 once once',
      '2026-10-27 2026-10-27T02:30:00+01:00 2026-10-27T03:00:00+01:00 once once',
    ]);
    expect(whole({ ...event, exdates: ['2026-10-25T02:30'] }, '2026-10-25', '2026-10-31')).toEqual(
      [],
    );
  });

  test('sorted by start, even where a gap moves one past another', () => {
    const event = {
      start: '2026-03-29T02:50',
      end: '2026-03-29T03:50',
      rdates: ['2026-03-29T03:10'],
    };
    expect(starts(event, '2026-03-29', '2026-03-29')).toEqual([
      '2026-03-29T03:10',
      '2026-03-29T03:50',
    ]);
  });
});
