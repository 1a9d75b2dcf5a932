import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { place, sharedSeed } from '../../test/support/sharedSeed.js';
import { idOf, openSandbox, period } from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;

/** A visit in a slot of every address; it is then moved from the given one. */
async function moveFrom(doctorId: string, addressId: string, body: object) {
  const client = await openSandbox({ seed: sharedSeed });
  const paths = client.sandbox.ids.addresses.map((ids) =>
    place(ids.facilityId, ids.doctorId, ids.addressId),
  );
  for (const path of paths) {
    const slots = [period(DAY, '09:00', '10:00', 30, '12345')];
    await client.send('PUT', `${path}/slots`, { slots });
  }
  const visit = { addressId, addressServiceId: '12345', start: at('09:00') };
  const old = client.sandbox.control.bookAsPatient({ ...visit, doctorId, facilityId: '1' });
  const wanted = { address_service_id: '12345', start: at('09:30'), ...body };
  const path = `${place('1', doctorId, addressId)}/bookings/${old}`;
  return { client, old, path, answer: await client.send('POST', `${path}/move`, wanted) };
}

test.each([
  ['its own address when none is named', '20', '333', {}, ['1', '20', '333']],
  [
    'its own address, not an earlier doctor’s',
    '20',
    '333',
    { address_id: 333 },
    ['1', '20', '333'],
  ],
  ['the same doctor’s', '20', '444', { address_id: '333' }, ['1', '20', '333']],
  ['another doctor’s in the facility', '10', '100', { address_id: '444' }, ['1', '20', '444']],
] as const)('%s', async (_, doctorId, addressId, body, [facility, doctor, address]) => {
  const { client, old, path, answer } = await moveFrom(doctorId, addressId, body);
  const id = idOf(answer);
  expect(answer.status).toBe(201);
  expect(answer.headers.get('Location')).toBe(
    `${client.sandbox.baseUrl}${place(facility, doctor, address)}/bookings/${id}`,
  );
  expect((await client.get(`${path}?with=booking.moving`)).body).toMatchObject({
    status: 'canceled',
    moving: { origin_booking_id: old, newest_booking_id: id },
  });
  const notified = await client.get('/notifications/multiple?limit=9');
  expect(notified.body).toMatchObject({
    notifications: [
      { name: 'slot-booked' },
      { name: 'booking-moved', data: { facility: { id: '1' }, doctor: { id: doctor } } },
    ],
  });
});

test.each([
  [{ address_id: '555' }, 403, 'This address does not belong to this facility'],
  [{ address_id: '666' }, 400, 'Address does not exist'],
  [{ address_service_id: '3' }, 400, 'Service does not belong to the address'],
])('refuses %j', async (body, status, message) => {
  const { answer } = await moveFrom('10', '333', body);
  expectRefusal(answer, status, message);
});
