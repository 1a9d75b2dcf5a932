import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import {
  ADDRESS,
  book,
  openSandbox,
  period,
  put,
  visibleStarts,
} from '../../test/support/testClient.js';

const [DAY, NEXT] = ['2030-05-16', '2030-05-17'];

test.each([DAY, '2030-05-16T00%3A00%3A00%2B02%3A00', '2030-05-15T22%3A00%3A00%2B00%3A00'])(
  'clears one local day, named as %s',
  async (date) => {
    const client = await openSandbox();
    await put(client, period(DAY, '09:00', '10:00'));
    await put(client, period(NEXT, '09:00', '10:00'));
    const answer = await client.send('DELETE', `${ADDRESS}/slots/${date}`);
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(await visibleStarts(client, DAY)).toEqual([]);
    expect(await visibleStarts(client, NEXT)).toEqual(['09:00', '09:30']);
  },
);

test('keeps bookings', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '10:00'));
  await book(client, `${DAY}T09:00:00+02:00`);
  await client.send('DELETE', `${ADDRESS}/slots/${DAY}`);
  await put(client, period(DAY, '08:30', '10:00'));
  expect(await visibleStarts(client, DAY)).toEqual(['08:30', '09:30']);
});

test.each(['2030-02-30', 'today', '2030-5-1', '2030-05-16T00:00:00'])(
  '%s is no day',
  async (date) => {
    const client = await openSandbox();
    const answer = await client.send('DELETE', `${ADDRESS}/slots/${encodeURIComponent(date)}`);
    expectRefusal(answer, 404, 'Object not found');
  },
);
