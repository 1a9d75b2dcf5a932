import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, book, idOf, openSandbox, period, put } from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const HOUR = 3_600_000;

test('tells what happens, oldest first', async () => {
  const client = await openSandbox();
  const { control } = client.sandbox;
  await put(client, period(DAY, '09:00', '11:00'));
  const first = control.bookAsPatient({
    addressId: '100',
    addressServiceId: '1001',
    start: at('09:00'),
  });
  const move = { address_service_id: '1001', start: at('10:00') };
  const second = idOf(await client.send('POST', `${ADDRESS}/bookings/${first}/move`, move));
  await client.send('PUT', `${ADDRESS}/bookings/${second}/confirm`, { confirmed_by: 'admin' });
  await client.send('DELETE', `${ADDRESS}/bookings/${second}`);
  const calendarBreak = control.addBreakAsDoctor({
    addressId: '100',
    since: at('12:00'),
    till: at('13:00'),
  });
  await client.send('PATCH', `${ADDRESS}/breaks/${calendarBreak}`, {
    since: at('12:00'),
    till: at('14:00'),
  });
  await client.send('DELETE', `${ADDRESS}/breaks/${calendarBreak}`);

  const place = {
    facility: { id: '1', name: 'Sample Clinic' },
    doctor: { id: '10', name: 'Ana', surname: 'Ruiz' },
    address: {
      id: '100',
      name: 'Sample Clinic Centro',
      street: 'Calle de Serrano 1',
      post_code: '28001',
    },
  };
  expect((await client.get('/notifications')).body).toMatchObject({
    name: 'slot-booked',
    data: {
      ...place,
      visit_booking: { id: first, booked_by: 'user', start_at: at('09:00'), patient: {} },
    },
    created_at: '2030-05-13T08:00:00+02:00',
  });
  expect((await client.get('/notifications/multiple?limit=4')).body).toMatchObject({
    notifications: [
      {
        name: 'booking-moved',
        data: { old_visit_booking: { id: first }, new_visit_booking: { id: second } },
      },
      { name: 'booking-confirmed', data: { visit_booking: { id: second } } },
      {
        name: 'booking-canceled',
        data: { visit_booking: { id: second, canceled_by: 'integration' } },
      },
      {
        name: 'break-created',
        data: { ...place, break: { id: calendarBreak, since: at('12:00') } },
      },
    ],
    remaining: 2,
  });
  expect((await client.get('/notifications/multiple')).body).toMatchObject({
    notifications: [
      { name: 'break-moved', data: { break: { id: calendarBreak, till: at('14:00') } } },
    ],
    remaining: 1,
  });
  const removed = { name: 'break-removed', data: { break: { id: calendarBreak } } };
  expect((await client.get('/notifications')).body).toMatchObject(removed);
  expectRefusal(await client.get('/notifications'), 404, 'No notifications found');
  expectRefusal(await client.get('/notifications/multiple'), 404, 'No notifications found');
});

test('of an empty queue many are an empty list by option, one is 404 all the same', async () => {
  const client = await openSandbox({ behaviour: { emptyQueue: 'empty-list' } });
  expect(await client.get('/notifications/multiple?limit=5')).toMatchObject({
    status: 200,
    body: { notifications: [], remaining: 0 },
  });
  expectRefusal(await client.get('/notifications'), 404, 'No notifications found');
});

test.each(['0', '101', 'ten', ''])('limit=%s is refused', async (limit) => {
  const client = await openSandbox();
  expect((await client.get(`/notifications/multiple?limit=${limit}`)).status).toBe(400);
});

test('are dropped after 72 hours', async () => {
  const client = await openSandbox({ tokenLifetimeSeconds: 1e6 });
  await put(client, period(DAY, '09:00', '11:00'));
  await book(client, at('09:00'));
  client.sandbox.control.advanceClock(HOUR);
  await book(client, at('10:00'));
  client.sandbox.control.advanceClock(71 * HOUR);
  expect((await client.get('/notifications')).body).toMatchObject({
    data: { visit_booking: { start_at: at('10:00') } },
  });
  expectRefusal(await client.get('/notifications'), 404, 'No notifications found');
});

test('can be released once an hour, if at all', async () => {
  const client = await openSandbox({ tokenLifetimeSeconds: 1e6 });
  const release = () => client.send('POST', '/notifications/release');
  expect((await release()).status).toBe(204);
  client.sandbox.control.advanceClock(HOUR - 90_000);
  const early = await release();
  expect(early.status).toBe(429);
  expect(early.headers.get('Retry-After')).toBe('90');
  client.sandbox.control.advanceClock(90_000);
  expect((await release()).status).toBe(204);
  const other = await openSandbox({ behaviour: { releaseNotifications: 'refused' } });
  const refused = await other.send('POST', '/notifications/release');
  expectRefusal(refused, 403, 'You are not allowed to use this method');
});
