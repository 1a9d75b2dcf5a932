import { expect, test } from 'vitest';
import {
  ADDRESS,
  book,
  connect,
  openSandbox,
  period,
  put,
  request,
  visibleStarts,
} from '../test/support/testClient.js';
import { startSandbox } from './sandbox.js';

const DAY = '2030-05-16';

test('a booked slot vanishes', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '10:30'));
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30', '10:00']);
  expect((await book(client, `${DAY}T09:30:00+02:00`)).status).toBe(200);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '10:00']);
});

test('of many who want a slot at once one gets it', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '10:00'));
  const rush = Array.from({ length: 12 }, () => book(client, `${DAY}T09:00:00+02:00`));
  const statuses = (await Promise.all(rush)).map((answer) => answer.status);
  expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 11 }, () => 404)]);
});

test('sandboxes side by side share nothing, tokens included', async () => {
  const [one, two] = await Promise.all([openSandbox(), openSandbox()]);
  await put(one, period(DAY, '09:00', '10:00'));
  expect(await visibleStarts(two, DAY)).toEqual([]);
  const stolen = await request(`${two.sandbox.baseUrl}/facilities`, 'GET', one.token);
  expect(stolen.status).toBe(401);
});

test('listens on loopback, tells its ids, and frees its port when closed', async () => {
  const sandbox = await startSandbox();
  const { port, hostname } = new URL(sandbox.url);
  expect(hostname).toBe('127.0.0.1');
  expect(sandbox.ids.facilities).toEqual([{ id: '1', name: 'Sample Clinic' }]);
  expect(sandbox.ids.addresses[0]).toMatchObject({
    facilityId: '1',
    doctorId: '10',
    addressId: '100',
    addressServices: [{ id: '1001' }, { id: '1002' }],
  });
  await expect(startSandbox({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await sandbox.close();
  await sandbox.close();
  const again = await startSandbox({ port: Number(port) });
  expect((await (await connect(again)).get(`${ADDRESS}/calendar`)).status).toBe(200);
  await again.close();
});

test('refuses a wrong seed with every problem', async () => {
  const seed = {
    zone: 'Mars/Base',
    services: [],
    facilities: [
      { id: '1', name: 'A', doctors: [] },
      { id: '1', name: 'B', doctors: [] },
    ],
  };
  await expect(startSandbox({ seed })).rejects.toThrow(
    "The sandbox's seed is wrong: zone: unknown zone Mars/Base; facilities[1].id: 1 is used twice",
  );
  // What callers without types may give.
  await expect(startSandbox(JSON.parse('{"seed": null}'))).rejects.toThrow(
    "The sandbox's seed is wrong: seed: expected object, received null",
  );
  await expect(startSandbox(JSON.parse('{"seed": {"zone": "Europe/Madrid"}}'))).rejects.toThrow(
    "The sandbox's seed is wrong: services: expected array, received undefined; facilities: expected array, received undefined",
  );
});

test('answers carry the time of its own clock, refusals too', async () => {
  const { sandbox, token } = await openSandbox();
  sandbox.control.advanceClock(3_600_000);
  const now = new Date(sandbox.control.now()).toUTCString();
  for (const path of ['/facilities', '/nothing']) {
    const answer = await request(`${sandbox.baseUrl}${path}`, 'GET', token);
    expect(answer.headers.get('Date')).toBe(now);
  }
});
