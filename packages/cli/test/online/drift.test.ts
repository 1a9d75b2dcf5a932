import { expect, test } from 'vitest';
import type { Ran } from '../terminal.js';
import { CHANGED, type Clinic, DATES, openClinic } from './clinic.js';

const drift = (clinic: Clinic, more: readonly string[] = []): Promise<Ran> =>
  clinic.run([
    ...['drift', clinic.path('clinic.yaml'), ...DATES],
    ...['--state', clinic.path('state.json')],
    ...more,
  ]);

test('none right after apply', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  const { exit, out, err } = await drift(clinic);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toBe(
    'Compared with Docplanner as of 2026-10-01T08:00:00Z.\n\nNo drift in 1 calendar.\n',
  );
});

test('a booking and a break that the document does not know, with what they hide', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  const { control } = clinic.sandbox;
  control.bookAsPatient({
    addressId: '100',
    addressServiceId: '1001',
    start: '2026-10-07T09:30:00+02:00',
    patient: { name: 'Ada', surname: 'Lovelace', phone: '+34611222333', email: 'ada@example.com' },
  });
  control.addBreakAsDoctor({
    addressId: '100',
    since: '2026-10-12T11:00:00+02:00',
    till: '2026-10-12T12:00:00+02:00',
    description: 'Gym',
  });
  const text = await drift(clinic);
  expect(text.exit).toBe(2);
  expect(text.out.replaceAll(/\s+/g, ' ')).toContain('of First visit (1001), made by a patient');
  expect(text.out).toMatch(/hidden +09:30 \(booking \d+\)/);
  expect(text.out).toMatch(/hidden +11:00 11:30 \(break \d+\)/);
  expect(text.out).toContain('2026-10-12 11:00-12:00: Gym');

  const json = await drift(clinic, ['--format', 'json']);
  expect(json.exit).toBe(2);
  expect(JSON.parse(json.out)).toMatchObject({
    version: 1,
    drift: true,
    calendars: [{ id: 'lopez', bookings: { unknown: [{ bookedBy: 'user' }], gone: [] } }],
  });
  expect(text.out + json.out).not.toMatch(/Ada|Lovelace|611222333|example\.com/);
});

test('slots that are missing and too many', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  clinic.write('clinic.yaml', CHANGED.replace('"10:00", end: "11:00"', '"11:00", end: "12:30"'));
  const { exit, out } = await drift(clinic);
  expect(exit).toBe(2);
  expect(out).toMatch(/2026-10-07\n +missing +12:00\n +extra +09:00 09:30 10:00 10:30\n/);
});

test('a calendar that cannot be read ends with 1, and says why', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  clinic.sandbox.control.setAccess({ addressId: '100', access: 'none' });
  const { exit, out } = await drift(clinic);
  expect(exit).toBe(1);
  expect(out).toContain('could not be compared: getSlots: not allowed');
});
