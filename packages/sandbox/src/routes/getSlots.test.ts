import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox, period, put, visibleStarts } from '../../test/support/testClient.js';
import { testSeed } from '../../test/support/testSeed.js';

const query = (start: string, end: string) =>
  `${ADDRESS}/slots?start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`;
const DAY = '2030-05-16';

test('shows starts on the grid of the greatest common divisor, with services on request', async () => {
  const client = await openSandbox();
  const both = [
    { address_service_id: '1001', duration: 60 },
    { address_service_id: '1002', duration: 20 },
  ];
  await put(client, { ...period(DAY, '09:00', '10:30'), address_services: both });
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:20', '09:40', '10:00']);
  const path = `${query(`${DAY}T09:20:00+02:00`, `${DAY}T10:00:00+02:00`)}&with=slot.services`;
  expect((await client.get(path)).body).toMatchObject({
    _items: [
      {
        start: `${DAY}T09:20:00+02:00`,
        address_services: {
          _items: [
            { id: '1001', duration: 60 },
            { id: '1002', duration: 20 },
          ],
        },
      },
      { start: `${DAY}T09:40:00+02:00`, address_services: { _items: [{ id: '1002' }] } },
    ],
  });
});

test('the window is half open and may be asked for at any offset', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '11:00'));
  const answer = await client.get(query(`${DAY}T07:30:00+00:00`, `${DAY}T06:30:00-0200`));
  expect(answer.body).toEqual({
    _items: [{ start: `${DAY}T09:30:00+02:00` }, { start: `${DAY}T10:00:00+02:00` }],
  });
});

test('what is refused', async () => {
  const client = await openSandbox();
  const tooLong = await client.get(query('2030-05-01T00:00:00+02:00', '2030-10-29T00:00:00+01:00'));
  expectRefusal(tooLong, 400, 'Date range must not exceed 180 days');
  const longest = await client.get(query('2030-05-01T00:00:00+02:00', '2030-10-28T00:00:00+01:00'));
  expect(longest.status).toBe(200);
  const unencoded = `${ADDRESS}/slots?start=${DAY}T00:00:00+02:00&end=${DAY}T09:00:00%2B02:00`;
  for (const path of [
    unencoded,
    `${ADDRESS}/slots`,
    query('tomorrow', 'later'),
    query(`${DAY}T00:00:00Z`, `${DAY}T01:00:00Z`),
  ]) {
    const answer = await client.get(path);
    expect(answer).toMatchObject({ status: 400, body: { message: 'Invalid arguments' } });
  }
  const reversed = await client.get(query(`${DAY}T10:00:00+02:00`, `${DAY}T09:00:00+02:00`));
  expect(reversed.status).toBe(400);
});

test('an empty answer is an empty list, or 404 by option', async () => {
  const path = query(`${DAY}T00:00:00+02:00`, `${DAY}T23:00:00+02:00`);
  expect((await (await openSandbox()).get(path)).body).toEqual({ _items: [] });
  const client = await openSandbox({ behaviour: { emptyGetSlots: 'not-found' } });
  expectRefusal(await client.get(path), 404, 'No slots found on given address');
});

test('an address in another zone than the marketplace answers in its own', async () => {
  const facilities = testSeed.facilities.map((facility) => ({
    ...facility,
    doctors: facility.doctors.map((doctor) => ({
      ...doctor,
      addresses: doctor.addresses.map((address) => ({ ...address, zone: 'Atlantic/Canary' })),
    })),
  }));
  const client = await openSandbox({ seed: { ...testSeed, facilities } });
  await put(client, period(DAY, '09:00', '09:30'));
  expect(await visibleStarts(client, DAY)).toEqual(['08:00']);
});
