import { expect, test } from 'vitest';
import { parseRule } from '../../src/recurrence/parseRule.js';
import { parseDate } from '../../src/time/iso.js';
import { matchingDates } from './rule.js';

const dayOf = (text: string): number => parseDate(text)._unsafeUnwrap();
const textOf = (date: number): string => new Date(date * 86_400_000).toISOString().slice(0, 10);

/** The examples of RFC 5545 section 3.8.5.3. */
test.each([
  ['1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO', '08-05 08-10 08-19 08-24'],
  ['1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', '08-05 08-17 08-19 08-31'],
  ['1997-09-02', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', '09-02 09-16 09-30 10-14'],
  ['1997-09-22', 'FREQ=MONTHLY;BYDAY=-2MO', '09-22 10-20 11-17 12-22 01-19 02-16'],
  ['1997-09-07', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU', '09-07 09-28 11-02 11-30 01-04 01-25'],
  ['1997-09-28', 'FREQ=MONTHLY;BYMONTHDAY=-3', '09-28 10-29 11-28 12-29 01-29 02-26'],
  ['1997-09-30', 'FREQ=MONTHLY;BYMONTHDAY=1,-1', '09-30 10-01 10-31 11-01 11-30'],
  ['1997-09-02', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '02-13 03-13 11-13 08-13 10-13'],
  ['1997-09-04', 'FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', '09-04 10-07 11-06'],
  ['1997-09-29', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '09-29 10-30 11-27 12-30 01-29'],
  ['1997-06-10', 'FREQ=YEARLY;BYMONTH=6,7', '06-10 07-10 06-10 07-10'],
  [
    '1997-01-01',
    'FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200',
    '01-01 04-10 07-19 01-01 04-09 07-18',
  ],
  ['1997-05-19', 'FREQ=YEARLY;BYDAY=20MO', '05-19 05-18 05-17'],
  ['1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '05-12 05-11 05-17'],
  ['1997-03-13', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '03-13 03-20 03-27 03-05'],
  [
    '1996-11-05',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '11-05 11-07 11-02',
  ],
])('%s %s', (start, text, expected) => {
  const dates = expected.split(' ');
  const rule = parseRule(text)._unsafeUnwrap();
  const found = matchingDates(rule, dayOf(start), dayOf('2010-01-01'));
  expect(found.slice(0, dates.length).map((date) => textOf(date).slice(5))).toEqual(dates);
});
