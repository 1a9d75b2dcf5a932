import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { place, sharedSeed } from '../../test/support/sharedSeed.js';
import { openSandbox, request, visibleStarts } from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const BEA = place('1', '20', '333');

/** Slots for Bea, and the control interface over HTTP. */
async function open() {
  const client = await openSandbox({ seed: sharedSeed });
  const services = [{ address_service_id: '12345', duration: 20 }];
  const slots = [{ start: at('09:00'), end: at('10:00'), address_services: services }];
  await client.send('PUT', `${BEA}/slots`, { slots });
  const control = (path: string, body: object) =>
    request(`${client.sandbox.controlUrl}${path}`, 'POST', '', JSON.stringify(body));
  return { client, control };
}

const CALLS = [
  ['/bookings', { addressServiceId: '12345', start: at('09:00') }],
  ['/breaks', { since: at('09:00'), till: at('09:30') }],
  ['/access', { access: 'none' }],
] as const;

test.each(CALLS)('POST %s refuses to guess, and says between what', async (path, body) => {
  const { control } = await open();
  const all = 'doctor 10 of facility 1, doctor 20 of facility 1, doctor 10 of facility 2';
  for (const [ids, candidates] of [
    [{ addressId: '333' }, all],
    [{ addressId: '333', doctorId: '10' }, 'doctor 10 of facility 1, doctor 10 of facility 2'],
    [{ addressId: '333', facilityId: '1' }, 'doctor 10 of facility 1, doctor 20 of facility 1'],
  ] as const) {
    const answer = await control(path, { ...body, ...ids });
    const message = `Address 333 is ambiguous: ${candidates}. Give doctorId, facilityId or both.`;
    expect(answer).toMatchObject({ status: 400, body: { message } });
  }
  for (const ids of [
    { addressId: '999' },
    { addressId: '333', doctorId: '30' },
    { addressId: '333', doctorId: '20', facilityId: '2' },
  ]) {
    expectRefusal(await control(path, { ...body, ...ids }), 404, 'Object not found');
  }
});

test.each([
  { addressId: '333', doctorId: '20' },
  { addressId: '333', doctorId: '20', facilityId: '1' },
])('%j is enough', async (ids) => {
  const { client, control } = await open();
  const [booking, calendarBreak, access] = CALLS;
  expect((await control(booking[0], { ...booking[1], ...ids })).status).toBe(201);
  expect(await visibleStarts(client, DAY, BEA)).toEqual(['09:20', '09:40']);
  expect((await control(calendarBreak[0], { ...calendarBreak[1], ...ids })).status).toBe(201);
  expect(await visibleStarts(client, DAY, BEA)).toEqual(['09:40']);
  expect((await control(access[0], { ...access[1], ...ids })).status).toBe(204);
  expectRefusal(await client.get(BEA), 403, 'You are not authorized to see this address');
  expect((await client.get(place('1', '10', '333'))).status).toBe(200);
});

test('in-process the same; an id that one address has needs nothing more', async () => {
  const { client } = await open();
  const { control } = client.sandbox;
  expect(() => control.setAccess({ addressId: '333', access: 'none' })).toThrow('is ambiguous');
  control.setAccess({ addressId: '333', facilityId: '2', access: 'none' });
  control.setAccess({ addressId: '100', access: 'none' });
  const paths = [place('2', '10', '333'), place('1', '10', '100')];
  for (const path of paths) expect((await client.get(path)).status).toBe(403);
});
