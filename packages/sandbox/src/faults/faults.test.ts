import { expect, test } from 'vitest';
import {
  ADDRESS,
  book,
  openSandbox,
  period,
  put,
  request,
  visibleStarts,
} from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const BOOK = '/api/v3/integration/*/book';

async function withSlots() {
  const slept: number[] = [];
  const client = await openSandbox({
    sleep: async (ms) => {
      slept.push(ms);
    },
  });
  await put(client, period(DAY, '09:00', '10:00'));
  return { client, slept, fault: client.sandbox.control.injectFault };
}

test('a status in place of the answer, before the effect, for so many calls', async () => {
  const { client, fault } = await withSlots();
  const outcome = {
    type: 'status',
    status: 503,
    headers: { 'Retry-After': '7', 'Content-Type': 'application/json' },
    body: '"soon"',
  } as const;
  fault({ method: 'POST', path: BOOK, count: 2, outcome });
  for (const _ of [1, 2]) {
    const answer = await book(client, `${DAY}T09:00:00+02:00`);
    expect(answer).toMatchObject({ status: 503, text: '"soon"' });
    expect(answer.headers.get('Retry-After')).toBe('7');
  }
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30']);
  expect((await book(client, `${DAY}T09:00:00+02:00`)).status).toBe(200);
});

test.each([
  ['before', ['09:00', '09:30']],
  ['after', ['09:30']],
] as const)('a connection dropped %s the effect', async (when, starts) => {
  const { client, fault } = await withSlots();
  fault({ path: BOOK, when, outcome: { type: 'drop' } });
  await expect(book(client, `${DAY}T09:00:00+02:00`)).rejects.toThrow('fetch failed');
  expect(await visibleStarts(client, DAY)).toEqual(starts);
  expect(client.sandbox.requestLog().at(-2)).toMatchObject({ method: 'POST', status: null });
});

test('a status that hides an effect', async () => {
  const { client, fault } = await withSlots();
  fault({ path: BOOK, when: 'after', outcome: { type: 'status', status: 504, body: '{}' } });
  expect((await book(client, `${DAY}T09:00:00+02:00`)).status).toBe(504);
  expect(await visibleStarts(client, DAY)).toEqual(['09:30']);
});

test.each([0, 10, undefined, 1e6])('a body that breaks off after %s bytes', async (bytes) => {
  const { client, fault } = await withSlots();
  fault({ path: BOOK, outcome: { type: 'truncate', bytes } });
  await expect(book(client, `${DAY}T09:00:00+02:00`)).rejects.toThrow('terminated');
  expect(await visibleStarts(client, DAY)).toEqual(['09:30']);
});

test('an answer without a body that breaks off is a dropped connection', async () => {
  const { client, fault } = await withSlots();
  fault({ outcome: { type: 'truncate' } });
  await expect(put(client, period(DAY, '11:00', '12:00'))).rejects.toThrow('fetch failed');
  expect(await visibleStarts(client, DAY)).toEqual(['11:00', '11:30']);
});

test('a delay, alone or before something else', async () => {
  const { client, slept, fault } = await withSlots();
  fault({ delayMs: 1500 });
  expect((await client.get('/facilities')).status).toBe(200);
  fault({ delayMs: 200, outcome: { type: 'status', status: 204 } });
  expect((await client.get('/facilities')).status).toBe(204);
  expect(slept).toEqual([1500, 200]);
});

test('only matching requests are hit, the token endpoint can be one', async () => {
  const { client, fault } = await withSlots();
  const outcome = { type: 'status', status: 405, body: '{}' } as const;
  fault({ path: '/oauth/v2/token', outcome });
  fault({ method: 'delete', outcome });
  expect((await client.get(`${ADDRESS}/calendar`)).status).toBe(200);
  expect((await client.send('DELETE', `${ADDRESS}/slots/${DAY}`)).status).toBe(405);
  expect((await request(client.sandbox.tokenUrl, 'POST', '')).status).toBe(405);
  fault({ outcome });
  client.sandbox.control.clearFaults();
  expect((await client.get('/facilities')).status).toBe(200);
});
