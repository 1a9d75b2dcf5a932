import { expect, test } from 'vitest';
import {
  ADDRESS,
  book,
  NOW,
  openSandbox,
  period,
  put,
  request,
  visibleStarts,
} from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;

async function withControl() {
  const client = await openSandbox();
  const control = (method: string, path: string, body?: unknown) =>
    request(`${client.sandbox.controlUrl}${path}`, method, '', JSON.stringify(body));
  await put(client, period(DAY, '09:00', '11:00'));
  return { client, control };
}

test('books as a patient and adds a break as the doctor', async () => {
  const { client, control } = await withControl();
  const visit = { addressId: '100', addressServiceId: '1001', start: at('09:00') };
  const booked = await control('POST', '/bookings', visit);
  expect(booked).toMatchObject({ status: 201, body: { id: expect.any(String) } });
  expect(await control('POST', '/bookings', visit)).toMatchObject({
    status: 404,
    body: { message: expect.stringContaining('not found') },
  });
  const calendarBreak = { addressId: '100', since: at('10:00'), till: at('10:30') };
  expect((await control('POST', '/breaks', calendarBreak)).status).toBe(201);
  expect(await visibleStarts(client, DAY)).toEqual(['09:30', '10:30']);
  const own = { ...visit, start: at('09:30'), duration: 30, patient: { name: 'Zoe' } };
  expect((await control('POST', '/bookings', own)).status).toBe(201);
});

test('advances the clock', async () => {
  const { control } = await withControl();
  expect((await control('GET', '/clock')).body).toEqual({ now: NOW });
  expect((await control('POST', '/clock/advance', { ms: 1000 })).body).toEqual({ now: NOW + 1000 });
});

test('snapshots, restores and resets', async () => {
  const { client, control } = await withControl();
  expect((await control('POST', '/snapshots')).body).toEqual({ snapshot: '1' });
  await book(client, at('09:00'));
  await control('POST', '/snapshots');
  expect((await control('POST', '/restore', { snapshot: '1' })).status).toBe(204);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30', '10:00', '10:30']);
  await control('POST', '/restore', { snapshot: '2' });
  expect(await visibleStarts(client, DAY)).toEqual(['09:30', '10:00', '10:30']);
  expect((await control('POST', '/restore', { snapshot: '3' })).status).toBe(404);
  await control('POST', '/faults', { outcome: { type: 'status', status: 500 } });
  expect((await control('POST', '/reset')).status).toBe(204);
  expect(client.sandbox.requestLog()).toEqual([]);
  expect(await visibleStarts(client, DAY)).toEqual([]);
});

test('injects and clears faults, takes access away', async () => {
  const { client, control } = await withControl();
  const fault = { method: 'GET', count: 2, outcome: { type: 'status', status: 503, body: '1' } };
  expect((await control('POST', '/faults', fault)).status).toBe(204);
  expect((await client.get('/facilities')).status).toBe(503);
  expect((await control('DELETE', '/faults')).status).toBe(204);
  expect((await client.get('/facilities')).status).toBe(200);
  expect((await control('POST', '/access', { addressId: '100', access: 'none' })).status).toBe(204);
  expect((await client.get(ADDRESS)).status).toBe(403);
});

test.each([
  ['/faults', { outcome: { type: 'explode' } }],
  ['/clock/advance', { ms: -1 }],
  ['/bookings', {}],
  ['/breaks', { addressId: '100', since: 'noon', till: 'later' }],
  ['/breaks', { addressId: '100', since: at('10:00'), till: at('09:00') }],
  ['/breaks', { addressId: '9', since: at('10:00'), till: at('11:00') }],
  ['/restore', undefined],
  ['/nothing', {}],
])('refuses %s %j', async (path, body) => {
  const { control } = await withControl();
  const answer = await control('POST', path, body);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});
