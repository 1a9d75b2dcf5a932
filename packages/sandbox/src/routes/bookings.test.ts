import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import {
  ADDRESS,
  book,
  idOf,
  openSandbox,
  period,
  put,
  type TestClient,
  visibleStarts,
} from '../../test/support/testClient.js';
import { LUIS, testSeed } from '../../test/support/testSeed.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const BOOKINGS = `${ADDRESS}/bookings`;
const WHOLE_DAY = `start=${encodeURIComponent(at('00:00'))}&end=${encodeURIComponent(at('23:00'))}`;
const THREE_DAYS = 3 * 86_400_000 + 3_600_000;

async function withBookings(...times: readonly string[]) {
  const client = await openSandbox({ seed: testSeed });
  await put(client, period(DAY, '09:00', '12:00'));
  const ids: string[] = [];
  for (const time of times) ids.push(idOf(await book(client, at(time))));
  return { client, ids, path: `${BOOKINGS}/${ids[0]}` };
}

const cancel = (client: TestClient, path: string) => client.send('DELETE', path);

test('getBookings shows parts on request', async () => {
  const { client, ids } = await withBookings('10:00', '09:00');
  const plain = await client.get(`${BOOKINGS}?${WHOLE_DAY}`);
  expect(plain.body).toMatchObject({ _items: [{ id: ids[1] }, { id: ids[0] }] });
  expect(plain.text).not.toMatch(/patient|presence|confirmed|address_service|_links/);
  const scopes = 'booking.patient,booking.address_service,booking.presence,booking.confirmation';
  const full = await client.get(
    `${BOOKINGS}?${WHOLE_DAY}&with=${scopes},address_service.public_insurance_flow`,
  );
  const part = {
    patient: { name: 'Abraham' },
    address_service: { id: '1001', is_public_insurance_flow: false },
    presence: null,
    confirmed: false,
  };
  expect(full.body).toMatchObject({ _items: [part, part] });
});

test('getBooking', async () => {
  const { client, ids, path } = await withBookings('09:00');
  const answer = await client.get(`${path}?with=booking.moving`);
  expect(answer.body).toMatchObject({
    id: ids[0],
    patient: { name: 'Abraham' },
    moving: { origin_booking_id: ids[0], newest_booking_id: ids[0] },
  });
  expectRefusal(await client.get(`${BOOKINGS}/99`), 404, 'Object not found');
  expectRefusal(await client.get(`${LUIS}/bookings/${ids[0]}`), 404, 'Object not found');
});

test('cancelBooking frees the slot, once', async () => {
  const { client, ids, path } = await withBookings('09:00');
  const answer = await client.send('DELETE', path, { reason: 'Doctor is ill' });
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(await visibleStarts(client, DAY)).toContain('09:00');
  expect((await client.get(path)).body).toMatchObject({
    status: 'canceled',
    canceled_by: 'integration',
    canceled_at: '2030-05-13T08:00:00+02:00',
  });
  const again = `Visit ${ids[0]} cannot be canceled because it is not booked`;
  expectRefusal(await cancel(client, path), 400, again);
  expect((await client.send('DELETE', path, { reason: 5 })).status).toBe(400);
});

test('confirmBooking and its conflicts', async () => {
  const { client, path } = await withBookings('09:00', '09:30');
  const confirm = (target: string, by = 'admin') =>
    client.send('PUT', `${target}/confirm`, { confirmed_by: by });
  expect((await confirm(path, 'nobody')).status).toBe(400);
  expect((await confirm(path)).status).toBe(204);
  const list = await client.get(`${BOOKINGS}?${WHOLE_DAY}&with=booking.confirmation`);
  expect(list.body).toMatchObject({ _items: [{ confirmed: true }, { confirmed: false }] });
  expectRefusal(await confirm(path), 409, 'Visit has already been confirmed');
  await cancel(client, path);
  expectRefusal(await confirm(path), 409, 'Visit has been canceled');
  const moved = idOf(await book(client, at('10:00')));
  const move = { address_service_id: '1001', start: at('11:00') };
  const to = idOf(await client.send('POST', `${BOOKINGS}/${moved}/move`, move));
  expectRefusal(await confirm(`${BOOKINGS}/${moved}`), 409, 'Visit has been deleted');
  expectRefusal(
    await confirm(`${LUIS}/bookings/${to}`),
    403,
    'This booking does not belong to this address',
  );
});

test('a visit in the past cannot be confirmed; its presence can be marked', async () => {
  const client = await openSandbox({ tokenLifetimeSeconds: 1e6 });
  await put(client, period(DAY, '09:00', '12:00'));
  const path = `${BOOKINGS}/${idOf(await book(client, at('09:00')))}`;
  const presence = `${path}/presence/patient`;
  expectRefusal(await client.send('POST', presence), 400, 'Visit is in the future');
  client.sandbox.control.advanceClock(THREE_DAYS);
  const confirm = await client.send('PUT', `${path}/confirm`, { confirmed_by: 'user' });
  expectRefusal(confirm, 409, 'Visit is in the past');
  for (const [method, value] of [
    ['POST', 'present'],
    ['DELETE', 'absent'],
  ] as const) {
    expect((await client.send(method, presence)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ presence: value });
  }
  expectRefusal(
    await client.send('POST', `${LUIS}${presence.slice(ADDRESS.length)}`),
    404,
    'This visit does not belong to this doctor',
  );
  await cancel(client, path);
  expectRefusal(await client.send('POST', presence), 409, 'Visit is marked as canceled');
});

test('bookings of a calendar that may only be read', async () => {
  const { client, path } = await withBookings('09:00');
  client.sandbox.control.setAccess({ addressId: '100', access: 'read' });
  expectRefusal(await cancel(client, path), 400, 'Unable to cancel a visit for this address');
  expectRefusal(
    await client.send('PUT', `${path}/confirm`, { confirmed_by: 'user' }),
    400,
    'Integration is not authorized for this address',
  );
  expect((await client.get(path)).body).toMatchObject({ status: 'booked' });
});
