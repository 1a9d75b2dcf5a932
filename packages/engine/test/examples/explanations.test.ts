import { expect, test } from 'vitest';
import {
  type AddressServiceId,
  type ComputedCalendar,
  describeExplanation,
  explain,
  parseInstant,
} from '../../src/index.js';
import type { CalendarInput } from '../../src/testing/index.js';
import { plus } from '../../src/time/units.js';
import { computed } from './computed.js';

const PARTS: Partial<CalendarInput> = {
  services: [{ addressServiceId: 'visit', duration: 20, bufferAfter: 10 }],
  breaks: [{ id: 'call', start: '2026-10-05T10:10', end: '2026-10-05T10:20' }],
  bookings: [
    { id: 'b1', start: '2026-10-05T11:00', duration: 30, addressServiceId: 'visit' },
    { id: 'b2', start: '2026-10-05T10:15', duration: 10 },
  ],
};

function reason(result: ComputedCalendar, clock: string): string {
  const at = parseInstant(`2026-10-05T${clock}:00+02:00`)._unsafeUnwrap();
  return describeExplanation(explain(result, at, 'visit' as AddressServiceId), result);
}

test('a break comes before a booking, a booking before its buffer, and what is over before all', () => {
  const result = computed(PARTS);
  expect(reason(result, '09:00')).toBe('bookable, until 09:30');
  expect(reason(result, '10:00')).toBe(
    'not bookable: break call (10:10-10:20) takes part of the 30 minutes that it needs',
  );
  expect(reason(result, '11:00')).toBe(
    'not bookable: booking b1 (11:00-11:30) takes part of the 30 minutes that it needs',
  );
  expect(reason(result, '11:30')).toBe(
    'not bookable: the buffer after booking b1 (11:30-11:40) takes part of the 30 minutes that it needs',
  );
  const late = computed(PARTS, { now: '2026-10-05T08:01:00Z' });
  expect(reason(late, '10:00')).toBe('not bookable: it is over');
  expect(reason(late, '10:30')).toBe('bookable, until 11:00');
});

test('what does not fit, unless something blocks it in its work period', () => {
  const schedules = [{ id: 'm', start: '2026-10-05T09:00', end: '2026-10-05T10:20' }];
  const own = computed({ ...PARTS, schedules });
  expect(reason(own, '10:00')).toMatch(/break call/);
  const after = [{ id: 'call', start: '2026-10-05T10:20', end: '2026-10-05T10:30' }];
  expect(reason(computed({ ...PARTS, schedules, breaks: after, bookings: [] }), '10:00')).toBe(
    'not bookable: it needs 30 minutes, and the work period ends at 10:20, 20 minutes later',
  );
});

test('a date that a rule closes', () => {
  const { from } = computed(PARTS).horizon;
  const byRule = { rrule: undefined, exdates: [], rdates: [from] };
  const before = plus(from, -7);
  const result = computed(PARTS, {}, (read) => ({
    ...read,
    closures: [{ from: before, through: before, ...byRule, reason: 'Training' }],
  }));
  expect(reason(result, '10:00')).toBe('not bookable: the date is closed (Training)');
});
