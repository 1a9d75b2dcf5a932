import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox } from '../../test/support/testClient.js';
import { documentedLimits } from './limits.js';

const MINUTE = 60_000;

test('off by default, and then without headers', async () => {
  const client = await openSandbox();
  const answer = await client.get('/facilities');
  expect([...answer.headers.keys()].filter((name) => name.startsWith('x-rate'))).toEqual([]);
});

test('counts down GETs to 429 and opens again at X-RateLimit-Reset', async () => {
  const client = await openSandbox({ limits: { getsPerHour: 2 }, tokenLifetimeSeconds: 7200 });
  const headers = async () => {
    const answer = await client.get('/facilities');
    const names = ['limit', 'remaining', 'used', 'reset'];
    return [answer.status, ...names.map((name) => answer.headers.get(`X-RateLimit-${name}`))];
  };
  const reset = '2030-05-13T09:00:00+02:00';
  expect(await headers()).toEqual([200, '2', '1', '1', reset]);
  client.sandbox.control.advanceClock(MINUTE);
  expect(await headers()).toEqual([200, '2', '0', '2', reset]);
  expect(await headers()).toEqual([429, '2', '0', '2', reset]);
  expect((await client.send('DELETE', `${ADDRESS}/slots/2030-05-16`)).status).toBe(204);
  client.sandbox.control.advanceClock(59 * MINUTE);
  expect(await headers()).toEqual([200, '2', '1', '1', '2030-05-13T10:00:00+02:00']);
});

test('writes have a minute and an hour, refused calls are not counted', async () => {
  const client = await openSandbox({ limits: { writesPerMinute: 2, writesPerHour: 3 } });
  const write = () => client.send('DELETE', `${ADDRESS}/slots/2030-05-16`);
  const statuses = [await write(), await write(), await write()].map((answer) => answer.status);
  expect(statuses).toEqual([204, 204, 429]);
  client.sandbox.control.advanceClock(MINUTE);
  expect((await write()).status).toBe(204);
  const full = await write();
  expectRefusal(full, 429, 'Too many requests');
  expect(full.headers.get('X-RateLimit-Limit')).toBe('3');
  expect(full.headers.get('X-RateLimit-Reset')).toBe('2030-05-13T09:00:00+02:00');
  expect((await client.get('/facilities')).headers.get('X-RateLimit-Limit')).toBeNull();
});

test("Docplanner's documented values, on refused calls too", async () => {
  const client = await openSandbox({ limits: documentedLimits });
  const answer = await client.send('PUT', `${ADDRESS}/slots`, {});
  expect(answer.status).toBe(400);
  expect(answer.headers.get('X-RateLimit-Limit')).toBe('40');
  expect(answer.headers.get('X-RateLimit-Remaining')).toBe('39');
});
