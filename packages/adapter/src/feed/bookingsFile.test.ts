import { expect, test } from 'vitest';
import { readBookingsFile } from './bookingsFile.js';
import { PATIENT, PRIVATE } from './testing/patients.js';

const booking = {
  id: '7',
  start: '2030-05-14T09:00:00+02:00',
  end: '2030-05-14T09:30:00+02:00',
  addressServiceId: '1001',
  status: 'booked',
  publish: 'none',
};
const file = (...bookings: readonly unknown[]) => ({
  version: 1,
  kind: 'slotwright-bookings',
  calendars: { '1/10/100': bookings },
});
const { addressServiceId: _, ...withoutService } = booking;

test.each([
  { ...file(), calendars: {} },
  file(booking),
  file({ ...withoutService, status: 'canceled' }),
  { ...file(booking), pulledAt: '2030-05-13T06:00:00.000Z' },
])('%# is a bookings file', (input) => {
  expect(readBookingsFile(input)._unsafeUnwrap()).toEqual(input);
});

const AT = 'calendars.1/10/100.0';

test.each([
  [null, ''],
  [[], ''],
  ['x', ''],
  [{ ...file(), version: 2 }, 'version'],
  [{ ...file(), kind: 'other' }, 'kind'],
  [{ ...file(), patients: [PATIENT] }, ''],
  [{ ...file(), calendars: [] }, 'calendars'],
  [{ ...file(), calendars: { ruiz: [] } }, 'calendars.ruiz'],
  [{ ...file(), pulledAt: PATIENT.name }, 'pulledAt'],
  [{ ...file(), calendars: { '1/10/100': {} } }, 'calendars.1/10/100'],
  [file({ ...booking, patient: PATIENT }), AT],
  [file({ ...booking, id: 7 }), `${AT}.id`],
  [file({ ...booking, id: '' }), `${AT}.id`],
  [file({ ...booking, id: 'x'.repeat(256) }), `${AT}.id`],
  [file({ ...booking, start: '2030-05-14T09:00' }), `${AT}.start`],
  [file({ ...booking, start: `${PATIENT.name}` }), `${AT}.start`],
  [file({ ...booking, end: '2030-05-14T09:00:30+02:00' }), `${AT}.end`],
  [file({ ...booking, end: '2030-05-14T08:00:00+01:00' }), `${AT}.end`],
  [file({ ...booking, addressServiceId: null }), `${AT}.addressServiceId`],
  [file({ ...booking, status: 'unknown' }), `${AT}.status`],
  [file({ ...booking, publish: 'carve' }), `${AT}.publish`],
  [file(withoutService, booking), 'calendars'],
])('%# is none', (input, path) => {
  const error = readBookingsFile(input)._unsafeUnwrapErr();
  expect(error).toMatchObject({ type: 'invalid-bookings-file', path });
  expect(error.expected).toMatch(/^(a |an |at |every |version|slotwright|booked|none|calendars)/);
  for (const secret of PRIVATE) expect(JSON.stringify(error)).not.toContain(secret);
});
