import { expect, test } from 'vitest';
import { clinic, withCalendar, withClosure } from '../../../test/document/sample.js';
import { parseRule } from '../../recurrence/parseRule.js';
import { parseDate } from '../../time/iso.js';
import { describeDocumentError } from '../describe.js';
import { parseDocument } from './parseDocument.js';

const date = (text: string) => parseDate(text)._unsafeUnwrap();
const closures = (input: unknown) => parseDocument(input)._unsafeUnwrap().calendars[0]?.closures;
const FIRST_MONDAYS = 'FREQ=MONTHLY;BYDAY=1MO';

test('a closure that recurs has its rule, exdates and rdates as dates', () => {
  const closure = {
    date: '2026-10-05',
    rrule: FIRST_MONDAYS,
    exdates: ['2027-01-04'],
    rdates: ['2026-10-06'],
    reason: 'Training',
  };
  const expected = {
    from: date('2026-10-05'),
    through: date('2026-10-05'),
    rrule: parseRule(FIRST_MONDAYS)._unsafeUnwrap(),
    exdates: [date('2027-01-04')],
    rdates: [date('2026-10-06')],
    reason: 'Training',
  };
  expect(closures(withClosure(closure))).toEqual([expected]);
  expect(closures({ ...withCalendar({}), closures: [closure] })).toEqual([expected]);
});

test('a closure may have more dates without a rule', () => {
  expect(closures(withClosure({ date: '2026-10-05', rdates: ['2026-10-07'] }))).toMatchObject([
    { rrule: undefined, exdates: [], rdates: [date('2026-10-07')] },
  ]);
});

test('a rule of a closure may end before it begins', () => {
  const closure = { date: '2026-10-05', rrule: 'FREQ=DAILY;UNTIL=20260101' };
  expect(parseDocument(withClosure(closure)).isOk()).toBe(true);
});

test('a range does not recur, and that is said', () => {
  const closure = { from: '2026-10-05', through: '2026-10-06', rrule: FIRST_MONDAYS };
  expect(parseDocument(withClosure(closure))._unsafeUnwrapErr().map(describeDocumentError)).toEqual(
    ['Expected date where a closure recurs, found from and rrule together.'],
  );
});

test('a thousand closures are not too many', () => {
  const many = Array.from({ length: 1000 }, () => ({ date: '2026-10-05' }));
  expect(parseDocument(clinic({ closures: many })).isOk()).toBe(true);
});
