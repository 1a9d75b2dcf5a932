import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox, period, put, visibleStarts } from '../../test/support/testClient.js';
import { ofAna, testSeed } from '../../test/support/testSeed.js';

test('a disabled calendar shows nothing, an enabled one all again', async () => {
  const client = await openSandbox();
  await put(client, period('2030-05-16', '09:00', '10:00'));
  const calendar = `${ADDRESS}/calendar`;
  expect((await client.get(calendar)).body).toEqual({ status: 'enabled' });
  expectRefusal(await client.send('POST', `${calendar}/enable`), 409, 'Calendar already enabled');
  expect((await client.send('POST', `${calendar}/disable`)).status).toBe(200);
  expect((await client.get(calendar)).body).toEqual({ status: 'disabled' });
  expect(await visibleStarts(client, '2030-05-16')).toEqual([]);
  expectRefusal(await client.send('POST', `${calendar}/disable`), 409, 'Calendar already disabled');
  expect((await client.send('POST', `${calendar}/enable`)).status).toBe(200);
  expect(await visibleStarts(client, '2030-05-16')).toEqual(['09:00', '09:30']);
});

test('a missing calendar is created by enabling it', async () => {
  const client = await openSandbox({ seed: testSeed });
  const calendar = `${ofAna('106')}/calendar`;
  expectRefusal(await client.get(calendar), 404, 'Calendar does not exist');
  expectRefusal(await client.send('POST', `${calendar}/disable`), 404, 'Calendar does not exist');
  expect((await client.send('POST', `${calendar}/enable`)).status).toBe(200);
  expect((await client.get(calendar)).body).toEqual({ status: 'enabled' });
});

test('calendars that cannot be enabled', async () => {
  const client = await openSandbox({ seed: testSeed });
  expectRefusal(
    await client.send('POST', `${ofAna('105')}/calendar/enable`),
    400,
    'Could not enable calendar on disabled address',
  );
  const text = 'Cannot activate calendar on address 104, profile/address is not commercial';
  const calls = [
    client.send('POST', `${ofAna('104')}/calendar/enable`),
    client.send('PUT', `${ofAna('104')}/slots`, { slots: [] }),
    client.send('POST', `${ofAna('104')}/breaks`, {}),
  ];
  for (const answer of await Promise.all(calls)) expectRefusal(answer, 422, text);
});
