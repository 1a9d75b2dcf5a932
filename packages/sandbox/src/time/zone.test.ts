import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import {
  endOfDay,
  formatForPeople,
  formatTimestamp,
  localDate,
  MINUTE,
  startOfDay,
} from './zone.js';

test.each([
  ['Europe/Madrid', '2030-03-31', 23],
  ['Europe/Madrid', '2030-10-27', 25],
  ['Africa/Cairo', '2030-04-26', 23],
  ['Australia/Lord_Howe', '2030-10-06', 23.5],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['Asia/Kathmandu', '2030-07-01', 24],
])('%s on %s is the whole day that luxon knows', (zone, date, hours) => {
  const [start, end] = [startOfDay(date, zone), endOfDay(date, zone)];
  expect((end - start) / (60 * MINUTE)).toBe(hours);
  for (let at = start; at < end; at += 5 * MINUTE) {
    const expected = DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true });
    expect(formatTimestamp(at, zone)).toBe(expected);
    expect(localDate(at, zone)).toBe(date);
  }
  expect(localDate(start - 1, zone) < date && date < localDate(end, zone)).toBe(true);
});

test('the form for people', () => {
  const at = Date.parse('2021-05-15T11:45:59+02:00');
  expect(formatForPeople(at, 'Europe/Madrid')).toBe('15.05.2021, 11:45');
});
