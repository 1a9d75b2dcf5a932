import { describe, expect, test } from 'vitest';
import { formatDate } from '../time/date.js';
import { parseDate } from '../time/iso.js';
import { plus } from '../time/units.js';
import { parseRule } from './parseRule.js';
import { canMatch, ruleDates } from './ruleDates.js';

const date = (text: string) => parseDate(text)._unsafeUnwrap();
const rule = (text: string) => parseRule(text)._unsafeUnwrap();

/** The first dates of a rule, as many as there are words in `expected`, each as short as it is there. */
function first(text: string, start: string, expected: string): string {
  const words = expected.split(' ');
  const from = date(start);
  const dates = ruleDates(rule(text), from, { from, through: plus(from, 9000) }).map(formatDate);
  return words.map((word, index) => dates[index]?.slice(-word.length) ?? 'none').join(' ');
}

describe('RFC 5545, section 3.8.5.3', () => {
  test.each([
    ['FREQ=DAILY;COUNT=10', '1997-09-02', '09-02 03 04 05 06 07 08 09 10 11 none'],
    ['FREQ=DAILY;INTERVAL=2', '1997-09-02', '09-02 04 06 08'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '09-02 09-12 09-22 10-02 10-12 none'],
    ['FREQ=DAILY;BYMONTH=1', '1998-01-01', '01-01 02 03 04'],
    ['FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA', '1998-01-01', '01-01 02 03 04'],
    ['FREQ=WEEKLY;COUNT=10', '1997-09-02', '09-02 09 16 23 30 10-07 14 21 28 11-04 none'],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997-09-02', '09-02 09-16 09-30 10-14 10-28 11-11'],
    [
      'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      '02 04 09 11 16 18 23 25 30 10-02 none',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR',
      '1997-09-01',
      '01 03 05 15 17 19 29 10-01 03 13',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      '02 04 16 18 30 02 14 16 none',
    ],
    ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', '09-05 10-03 11-07 12-05 01-02 02-06 03-06'],
    [
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '1997-09-07',
      '07 28 11-02 30 01-04 25 03-01 29',
    ],
    ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22', '09-22 10-20 11-17 12-22 01-19 02-16 none'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28', '09-28 10-29 11-28 12-29 01-29 02-26'],
    [
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
      '1997-09-02',
      '09-02 15 10-02 15 11-02 15 12-02 15 02 15 none',
    ],
    [
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
      '1997-09-30',
      '09-30 10-01 31 11-01 30 12-01 31 01-01 31 02-01 none',
    ],
    [
      'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
      '1997-09-10',
      '10 11 12 13 14 15 1999-03-10 11 12 13 none',
    ],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', '1997-09-02', '02 09 16 23 30 11-04 11 18 25 01-06'],
    ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7', '1997-06-10', '06-10 07-10 1998-06-10 07-10 1999-06-10'],
    [
      'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
      '1997-03-10',
      '1997-03-10 1999-01-10 02-10 03-10 2001-01-10',
    ],
    [
      'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
      '1997-01-01',
      '1997-01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10 07-19 2006-01-01 none',
    ],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1997-05-19 1998-05-18 1999-05-17'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12', '1997-05-12 1998-05-11 1999-05-17'],
    [
      'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
      '1997-03-13',
      '1997-03-13 20 27 1998-03-05 12 19 26 1999-03-04',
    ],
    ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8', '1997-06-05', '06-05 12 19 26 07-03 10 17 24 31 08-07'],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '1997-09-02',
      '1998-02-13 03-13 11-13 1999-08-13 2000-10-13',
    ],
    [
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
      '1997-09-13',
      '09-13 10-11 11-08 12-13 01-10',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      '1996-11-05',
      '1996-11-05 2000-11-07 2004-11-02',
    ],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '09-04 10-07 11-06 none'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '1997-09-29',
      '09-29 10-30 11-27 12-30 01-29 02-26',
    ],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '08-05 10 19 24 none'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '08-05 17 19 31 none'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', '01-15 30 02-15 03-15 30 none'],
  ])('%s from %s', (text, start, expected) => {
    expect(first(text, start, expected)).toBe(expected);
  });
});

describe('what calendars get wrong', () => {
  test.each([
    ['start is not a match', 'FREQ=WEEKLY;COUNT=2;BYDAY=FR', '2026-10-05', '10-09 10-16 none'],
    [
      'a week starts before start',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
      '2026-10-07',
      '10-09 10-19',
    ],
    [
      'BYSETPOS counts the whole first week',
      'FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1',
      '2026-10-07',
      '10-12 10-19',
    ],
    [
      'BYSETPOS counts the whole first month',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1',
      '2026-10-07',
      '11-02 12-07',
    ],
    ['BYSETPOS of a day', 'FREQ=DAILY;BYDAY=MO;BYSETPOS=-1', '2026-10-05', '10-05 10-12'],
    ['31st', 'FREQ=MONTHLY', '2026-08-31', '08-31 10-31 12-31 01-31 03-31'],
    ['29 February', 'FREQ=YEARLY', '2096-02-29', '2096-02-29 2104-02-29'],
    [
      'week 53 is not 1 January 2011',
      'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU',
      '2010-06-01',
      '2015-12-28 29 30 31 2016-01-01 02 03',
    ],
    [
      'all days of a week',
      'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU,WE,TH,FR,SA,SU',
      '2026-06-01',
      '2027-01-04 05 06 07 08 09 10 2028-01-03',
    ],
    [
      'numbered and plain weekdays',
      'FREQ=MONTHLY;BYDAY=MO,1TU',
      '2026-10-01',
      '10-05 06 12 19 26 11-02 03',
    ],
    [
      'week 1 starts in December',
      'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU,WE,TH,FR,SA,SU',
      '2024-06-01',
      '2024-12-30 31 2025-01-01 02',
    ],
    [
      'weeks from Sunday',
      'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU,WE,TH,FR,SA,SU;WKST=SU',
      '2024-06-01',
      '2024-12-29 30 31 2025-01-01',
    ],
    ['the first of a month', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', '2026-10-01', '10-05 11-02'],
    ['the last of a month', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', '2026-10-01', '10-27 11-30'],
    [
      'a week before 1970',
      'FREQ=WEEKLY;BYMONTH=1,12;BYDAY=MO,TH;BYSETPOS=1',
      '1970-01-01',
      '1970-01-05 12',
    ],
    [
      'a week into 2200',
      'FREQ=WEEKLY;BYMONTH=1,12;BYDAY=MO,WE;BYSETPOS=-1',
      '2199-12-24',
      '2199-12-25 none',
    ],
    ['nothing beyond 2199', 'FREQ=YEARLY', '2198-05-05', '2198-05-05 2199-05-05 none'],
    ['no day beyond 2199', 'FREQ=DAILY', '2199-12-30', '30 31 none'],
    ['no week beyond 2199', 'FREQ=WEEKLY;BYDAY=TU', '2199-12-19', '12-24 12-31 none'],
  ])('%s', (_, text, start, expected) => {
    expect(first(text, start, expected)).toBe(expected);
  });
});

test('COUNT from the middle of a week', () => {
  const from = date('2026-10-07');
  const counted = rule('FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5');
  const in3rdWeek = { from: date('2026-10-19'), through: date('2026-10-31') };
  expect(ruleDates(counted, from, in3rdWeek)).toEqual([]);
  const in2ndWeek = { from: date('2026-10-12'), through: date('2026-10-31') };
  expect(ruleDates(counted, from, in2ndWeek).map(formatDate)).toEqual([
    '2026-10-12',
    '2026-10-14',
    '2026-10-16',
  ]);
});

describe('canMatch', () => {
  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '1970-01-01', false],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', '1970-01-01', false],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', '1970-01-01', false],
    ['FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-30', '1970-01-01', false],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=TU', '2026-10-05', false],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=MO', '2026-10-05', true],
    ['FREQ=DAILY;BYDAY=MO,TU;BYSETPOS=2', '2026-10-05', false],
    ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3', '2026-10-05', false],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-02-01', false],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-03-01', true],
    ['FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=-3', '2026-03-01', false],
    ['FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=28', '2026-03-01', false],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', '2027-01-01', false],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', '2028-01-01', true],
    ['FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29', '2100-01-01', false],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYMONTH=1', '2026-01-01', false],
    ['FREQ=YEARLY;BYYEARDAY=366;BYMONTH=12;BYMONTHDAY=30', '2026-01-01', false],
    ['FREQ=YEARLY;BYMONTH=1;BYDAY=6MO', '2026-01-01', false],
    ['FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1', '2199-06-01', false],
    ['FREQ=DAILY;UNTIL=20261005', '2026-10-05', true],
    ['FREQ=DAILY;UNTIL=20261004', '2026-10-05', true],
    ['FREQ=DAILY;UNTIL=19000101T000000', '2026-10-05', true],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20260101T000000Z', '2026-10-05', true],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1;INTERVAL=4', '2026-10-05', false],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1', '2026-10-05', true],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20270101', '2026-10-05', false],
  ])('%s from %s: %s', (text, start, expected) => {
    expect(canMatch(rule(text), date(start))).toBe(expected);
  });
});
