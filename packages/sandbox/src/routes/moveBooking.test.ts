import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import {
  ADDRESS,
  book,
  idOf,
  openSandbox,
  period,
  put,
  visibleStarts,
} from '../../test/support/testClient.js';
import { LUIS, testSeed } from '../../test/support/testSeed.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;

async function withBooking() {
  const client = await openSandbox({ seed: testSeed });
  await put(client, period(DAY, '09:00', '10:30'));
  const old = idOf(await book(client, at('09:00')));
  const path = `${ADDRESS}/bookings/${old}`;
  const move = (body: object) =>
    client.send('POST', `${path}/move`, {
      address_service_id: '1001',
      start: at('10:00'),
      ...body,
    });
  return { client, old, path, move };
}

test('gives a new booking with a new id, and the old time back', async () => {
  const { client, old, path, move } = await withBooking();
  const answer = await move({});
  const id = idOf(answer);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('Location')).toBe(`${client.sandbox.baseUrl}${ADDRESS}/bookings/${id}`);
  expect(answer.body).toMatchObject({
    status: 'booked',
    start_at: at('10:00'),
    duration: 30,
    booked_by: 'integration',
    patient: { name: 'Abraham' },
  });
  expect(id).not.toBe(old);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30']);
  const moving = { origin_booking_id: old, newest_booking_id: id };
  expect((await client.get(`${path}?with=booking.moving`)).body).toMatchObject({
    status: 'canceled',
    canceled_by: 'integration',
    moving,
  });
  expectRefusal(await move({}), 409, 'The visit has already been canceled or moved');
});

test('its own time does not stand in its way', async () => {
  const client = await openSandbox();
  const service = [
    { address_service_id: '1001', duration: 60 },
    { address_service_id: '1002', duration: 30 },
  ];
  await put(client, { ...period(DAY, '09:00', '10:30'), address_services: service });
  const old = idOf(await book(client, at('09:00'), 60));
  const body = { address_service_id: '1001', start: at('09:30'), duration: 60 };
  expect((await client.send('POST', `${ADDRESS}/bookings/${old}/move`, body)).status).toBe(201);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00']);
});

test('to another doctor of the facility', async () => {
  const { client, move } = await withBooking();
  const slots = [period(DAY, '10:00', '11:30', 45, '2001')];
  await client.send('PUT', `${LUIS}/slots`, { slots });
  const answer = await move({ address_id: 200, address_service_id: '2001' });
  expect(answer).toMatchObject({
    status: 201,
    body: { duration: 45, address_service: { id: '2001' } },
  });
  expect(answer.headers.get('Location')).toBe(
    `${client.sandbox.baseUrl}${LUIS}/bookings/${idOf(answer)}`,
  );
  expect(await visibleStarts(client, DAY, LUIS)).toEqual(['10:45']);
});

test.each([
  [{ start: undefined }, 400, 'Invalid arguments', { start: [expect.any(String)] }],
  [{ start: 'noon' }, 400, 'Invalid arguments', { start: [expect.any(String)] }],
  [{ start: at('12:00') }, 400, 'Invalid arguments', { start: ['This slot is not available.'] }],
  [{ address_service_id: '2001' }, 400, 'Service does not belong to the address', []],
  [{ address_service_id: '77' }, 400, 'Service does not exist', []],
  [{ address_id: '999' }, 400, 'Address does not exist', []],
  [{ address_id: '400' }, 403, 'This address does not belong to this facility', []],
  [{ address_id: '103' }, 403, 'You are not authorized to see this address', []],
  [{ address_id: '102' }, 403, 'You are not authorized to make changes on this calendar', []],
])('refuses %j', async (body, status, message, errors) => {
  const { client, move } = await withBooking();
  expectRefusal(await move(body), status, message, errors);
  expect(await visibleStarts(client, DAY)).toEqual(['09:30', '10:00']);
});

test('a booking of another address', async () => {
  const { client, old } = await withBooking();
  const answer = await client.send('POST', `${LUIS}/bookings/${old}/move`, {});
  expectRefusal(answer, 403, 'This booking does not belong to this address');
});
