import { expect, test } from 'vitest';
import {
  ADDRESS,
  book,
  NOW,
  openSandbox,
  period,
  put,
  request,
} from '../../test/support/testClient.js';
import { createRequestLog, type LoggedRequest } from './requestLog.js';

const DAY = '2030-05-16';

test('logs requests as they were sent, for the caller and for later', async () => {
  const heard: LoggedRequest[] = [];
  const client = await openSandbox({ onRequest: (entry) => heard.push(entry) });
  const slot = period(DAY, '09:00', '10:00');
  await put(client, slot);
  await client.get(`${ADDRESS}/slots?start=a%2Bb&end=`);
  expect(client.sandbox.requestLog()).toEqual(heard);
  expect(heard).toMatchObject([
    { method: 'POST', path: '/oauth/v2/token', status: 200, body: null },
    {
      at: NOW,
      method: 'PUT',
      path: `/api/v3/integration${ADDRESS}/slots`,
      query: '',
      status: 201,
      body: { slots: [slot] },
    },
    { method: 'GET', query: 'start=a%2Bb&end=', status: 400, body: null, bodyBytes: 0 },
  ]);
});

test('keeps no token, secret or patient', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '10:00'));
  await book(client, `${DAY}T09:00:00+02:00`);
  await client.send('POST', `${ADDRESS}/breaks`, {
    description: 'Mr Lincoln calls',
    since: 1,
    till: 2,
  });
  await client.send('POST', `${ADDRESS}/breaks`, '{"patient": {"name": "Lincoln"');
  const form = new URLSearchParams({ client_id: 'sandbox', client_secret: 'sandbox-secret' });
  await fetch(client.sandbox.tokenUrl, { method: 'POST', body: form });
  await fetch(client.sandbox.tokenUrl, { method: 'POST', body: '{"password": "sandbox-secret"}' });
  const log = JSON.stringify(client.sandbox.requestLog());
  expect(log).toContain('"patient":"[hidden]"');
  for (const secret of [client.token, 'sandbox-secret', 'Lincoln', '+48123123123', 'Bearer']) {
    expect(log).not.toContain(secret);
  }
});

test('logs refusals, and forgets the oldest', async () => {
  const client = await openSandbox({ logSize: 2 });
  await request(`${client.sandbox.baseUrl}/facilities`, 'GET', 'made-up');
  for (const id of ['1', '2', '3', '4']) await client.get(`/facilities/${id}`);
  expect(client.sandbox.requestLog().map((entry) => entry.path.slice(-1))).toEqual(['3', '4']);
  expect(client.sandbox.requestLog().map((entry) => entry.status)).toEqual([404, 404]);
});

test('forgets the oldest when bodies get large together', () => {
  const log = createRequestLog(100);
  const entry = { at: NOW, method: 'PUT', path: '/', query: '', status: 201, durationMs: 1 };
  for (const bodyBytes of [1, 3_000_000, 1_000_000, 1_000_000]) {
    log.add({ ...entry, bodyBytes, body: {} });
  }
  log.add({ ...entry, bodyBytes: 5_000_000, body: null });
  expect(log.entries().map((kept) => kept.bodyBytes)).toEqual([1_000_000, 1_000_000, 5_000_000]);
});
