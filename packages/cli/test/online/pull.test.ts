import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Ran } from '../terminal.js';
import { CHANGED, type Clinic, DATES, openClinic } from './clinic.js';

const INCLUDING = CHANGED.replace('calendars:', 'bookingsFrom: bookings.json\ncalendars:');

const pull = (clinic: Clinic, more: readonly string[] = []): Promise<Ran> =>
  clinic.run(['pull', clinic.path('clinic.yaml'), '--base-url', clinic.sandbox.url, ...more]);

const book = ({ sandbox }: Clinic, clock: string): string =>
  sandbox.control.bookAsPatient({
    addressId: '100',
    addressServiceId: '1001',
    start: `2026-10-12T${clock}:00+02:00`,
    patient: { name: 'Ada', surname: 'Lovelace', phone: '+34611222333', email: 'ada@example.com' },
  });

test('bookings are written, included, and then no drift', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  const id = book(clinic, '09:30');
  const bookings = clinic.path('bookings.json');
  const first = await pull(clinic, ['--bookings', bookings]);
  expect(first.exit).toBe(0);
  expect(first.out).toContain('1 booking in 1 calendar');
  const text = readFileSync(bookings, 'utf8');
  expect(statSync(bookings).mode & 0o777).toBe(0o600);
  expect(JSON.parse(text).calendars['1/10/100']).toMatchObject([{ id, publish: 'none' }]);
  expect(text).not.toMatch(/Ada|Lovelace|611222333|example\.com/);

  const state = ['--state', clinic.path('state.json')];
  const drift = ['drift', clinic.path('clinic.yaml'), ...DATES, ...state];
  expect((await clinic.run(drift)).exit).toBe(2);
  clinic.write('clinic.yaml', INCLUDING.replace(/ {4}overrides.*\n/, ''));
  expect((await clinic.run(drift)).exit).toBe(0);
  const plan = ['plan', clinic.path('clinic.yaml'), ...DATES, ...state, '--detailed-exitcode'];
  expect((await clinic.run(plan)).exit).toBe(0);

  // From then on the document says where.
  book(clinic, '10:00');
  const second = await pull(clinic, ['--format', 'json']);
  expect(JSON.parse(second.out)).toMatchObject({ version: 1, bookings: 2, remaining: 0 });
  expect((await clinic.run(drift)).exit).toBe(0);
});

test('without a place to write to it is wrong usage', async () => {
  const clinic = await openClinic();
  const { exit, err } = await pull(clinic);
  expect(exit).toBe(64);
  expect(err).toContain('Give --bookings, or write bookingsFrom into the document');
});

test('a file that is no bookings file is kept', async () => {
  const clinic = await openClinic();
  writeFileSync(clinic.path('mine.json'), '{"mine": 1}');
  const { exit, err } = await pull(clinic, ['--bookings', clinic.path('mine.json')]);
  expect(exit).toBe(1);
  expect(err).toContain('It is kept');
  expect(readFileSync(clinic.path('mine.json'), 'utf8')).toBe('{"mine": 1}');
  expect(clinic.sandbox.requestLog()).toEqual([]);
});

test('a calendar that cannot be read is left for the next time', async () => {
  const clinic = await openClinic();
  clinic.sandbox.control.setAccess({ addressId: '100', access: 'none' });
  const { exit, out } = await pull(clinic, ['--bookings', clinic.path('bookings.json')]);
  expect(exit).toBe(4);
  expect(out).toContain('lopez (Europe/Madrid) could not be read');
});

test.each([
  ['bookings.json', undefined, 1, 'there is no such file. slotwright pull makes it.'],
  ['bookings.json', '{', 3, 'no valid JSON'],
  ['bookings.json', '{"version": 1}', 3, 'expected slotwright-bookings'],
])('bookingsFrom: %s that holds %j', async (_, content, exit, why) => {
  const clinic = await openClinic();
  clinic.write('clinic.yaml', INCLUDING);
  if (content !== undefined) clinic.write('bookings.json', content);
  const ran = await clinic.run(['check', clinic.path('clinic.yaml')]);
  expect(ran.exit).toBe(exit);
  expect(ran.err).toContain(`${clinic.path('clinic.yaml')}:3:15 bookingsFrom: `);
  expect(ran.err).toContain(why);
});

test.each(['', '[a]', '5', '""'])('bookingsFrom: %s is no path', async (value) => {
  const clinic = await openClinic();
  clinic.write('clinic.yaml', INCLUDING.replace('bookings.json', value));
  const { exit, err } = await clinic.run(['check', clinic.path('clinic.yaml')]);
  expect(exit).toBe(3);
  expect(err).toContain('bookingsFrom: expected the path of a file of bookings');
});

test('other mistakes keep their places', async () => {
  const clinic = await openClinic();
  await pull(clinic, ['--bookings', clinic.path('bookings.json')]);
  clinic.write('clinic.yaml', INCLUDING.replace('Europe/Madrid', 'Europe/Madird'));
  const { exit, err } = await clinic.run(['check', clinic.path('clinic.yaml')]);
  expect(exit).toBe(3);
  expect(err).toContain('clinic.yaml:2:11 timezone:');
});
