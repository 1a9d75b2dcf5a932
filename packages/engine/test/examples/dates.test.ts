import { expect, test } from 'vitest';
import type { Calendar, Closure } from '../../src/index.js';
import { parseRule } from '../../src/recurrence/parseRule.js';
import type { CalendarInput } from '../../src/testing/index.js';
import { parseDate } from '../../src/time/iso.js';
import { computed, starts } from './computed.js';

const date = (day: string) => parseDate(`2026-10-${day}`)._unsafeUnwrap();
const DAILY: Partial<CalendarInput> = {
  schedules: [
    { id: 'noon', start: '2026-09-01T12:00', end: '2026-09-01T12:30', rrule: 'FREQ=DAILY' },
  ],
};
const WEEK = { from: '2026-10-05', through: '2026-10-11' };

function openDays(change: (read: Calendar) => Calendar): readonly string[] {
  return starts(computed(DAILY, WEEK, change)).map((start) => start.slice(0, 2));
}

function closed(rrule: string, more: Partial<Closure> = {}, first = '05'): readonly string[] {
  const closure: Closure = {
    from: date(first),
    through: date(first),
    rrule: rrule === '' ? undefined : parseRule(rrule)._unsafeUnwrap(),
    exdates: [],
    rdates: [],
    reason: undefined,
    ...more,
  };
  return openDays((read) => ({ ...read, closures: [closure] }));
}

test('a closure recurs by its rule, less its EXDATEs and with its RDATEs', () => {
  expect(closed('FREQ=DAILY;INTERVAL=2')).toEqual(['06', '08', '10']);
  const more = { exdates: [date('07')], rdates: [date('10')] };
  expect(closed('FREQ=DAILY;INTERVAL=2', more)).toEqual(['06', '07', '08']);
  expect(closed('FREQ=DAILY;COUNT=2')).toEqual(['07', '08', '09', '10', '11']);
  expect(closed('FREQ=WEEKLY;BYDAY=TU,SU', {}, '01')).toEqual(['05', '07', '08', '09', '10']);
  expect(closed('', { rdates: [date('07')] })).toEqual(['06', '08', '09', '10', '11']);
});

test('UNTIL is compared with 00:00 of the date, in UTC form as local time', () => {
  const until = (text: string) => closed(`FREQ=DAILY;UNTIL=${text}`);
  const from7 = ['07', '08', '09', '10', '11'];
  expect(until('20261006')).toEqual(from7);
  expect(until('20261006T000000')).toEqual(from7);
  expect(until('20261005T235900')).toEqual(['06', ...from7]);
  expect(until('20261005T220000Z')).toEqual(from7);
  expect(until('20261005T215900Z')).toEqual(['06', ...from7]);
});

test('an override of several dates takes each of them, and has its windows on each', () => {
  const [template] = computed({
    overrides: [{ date: '2026-10-05', windows: [{ start: '08:00', end: '08:30' }] }],
  }).calendar.overrides;
  if (template === undefined) throw new Error('the calendar has an override');
  const range = { from: date('06'), through: date('08') };
  const change = (windows: typeof template.windows) => (read: Calendar) => ({
    ...read,
    overrides: [{ ...range, windows }],
  });
  expect(openDays(change([]))).toEqual(['05', '09', '10', '11']);
  expect(starts(computed(DAILY, WEEK, change(template.windows)))).toEqual([
    '05 12:00',
    '06 08:00',
    '07 08:00',
    '08 08:00',
    '09 12:00',
    '10 12:00',
    '11 12:00',
  ]);
});

test('an override takes a one-off window of years that starts on its date', () => {
  const long = { id: 'long', start: '2024-10-06T12:00', end: '2026-10-05T13:00' };
  const overrides = [{ date: '2024-10-06', windows: [] }];
  expect(starts(computed({ schedules: [long] }))).toHaveLength(26);
  expect(starts(computed({ schedules: [long], overrides }))).toEqual([]);
});
