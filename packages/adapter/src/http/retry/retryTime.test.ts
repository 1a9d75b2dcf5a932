import type { Fault, Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../../test/support/failure.js';
import {
  ADDRESS,
  openClient,
  tuesday,
  WHOLE_TUESDAY,
  workPeriod,
} from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';
import type { TestPorts } from '../../../test/support/testPorts.js';
import type { DocplannerClient } from '../../resources/client.js';

let ports: TestPorts;
let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ({ sandbox, client, ports } = await openSandbox());
});

const slots = [workPeriod('09:00', '10:00')];
const lunch = { since: tuesday('13:00'), till: tuesday('14:00'), description: 'lunch' };
const put = () => client.replaceSlots(ADDRESS, { slots });
const read = () => client.getSlots(ADDRESS, WHOLE_TUESDAY);
const create = () => client.createBreak(ADDRESS, lunch);
const calls = () => sandbox.requestLog().filter(({ path }) => path.startsWith('/api/')).length;
const fail = (fault: Fault) => sandbox.control.injectFault({ path: '/api/*', ...fault });
const status = (code: number, headers: Readonly<Record<string, string>> = {}) =>
  ({ type: 'status', status: code, headers }) as const;

describe('429', () => {
  const until = (seconds: number) => new Date(ports.clock.now() + seconds * 1000).toISOString();
  const limited = (reset: string, more: Readonly<Record<string, string>> = {}) =>
    status(429, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset, ...more });

  test('waits until the window resets, a write that must not be repeated too', async () => {
    fail({ outcome: limited(until(42)) });
    (await create())._unsafeUnwrap();
    expect([calls(), ports.time.slept]).toEqual([2, [42_000]]);
  });

  test('reads the reset against the clock of the server', async () => {
    const skewed: typeof ports.fetch = async (url, init) => {
      const response = await ports.fetch(url, init);
      const headers = new Headers(response.headers);
      headers.set('Date', new Date(ports.clock.now() + 3_600_000).toUTCString());
      return new Response(response.body, { status: response.status, headers });
    };
    const other = await openClient(sandbox, { ports: { ...ports, fetch: skewed } });
    fail({ outcome: limited(until(3_630).replace('Z', '+00:00')) });
    (await other.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap();
    expect(ports.time.slept).toEqual([30_000]);
  });

  test('honours Retry-After in seconds', async () => {
    fail({ outcome: limited(until(5), { 'Retry-After': '20' }) });
    (await read())._unsafeUnwrap();
    expect(ports.time.slept[0]).toBe(20_000);
  });

  test('with calls remaining it is about an equal request: a short wait', async () => {
    fail({ outcome: limited(until(3000), { 'X-RateLimit-Remaining': '39' }), count: 2 });
    (await put())._unsafeUnwrap();
    expect(ports.time.slept).toEqual([1500, 2000]);
  });

  test('a reset in the past is no reason to hammer', async () => {
    fail({ outcome: limited(until(-100)), count: 5 });
    (await read())._unsafeUnwrap();
    expect(ports.time.slept).toEqual([1000, 1000, 1000, 1000, 1000]);
  });

  test('beyond the longest wait it is an error that says when', async () => {
    const retryAt = ports.clock.now() + 200_000;
    fail({ outcome: limited(until(200)) });
    expect((await create()).match(unexpected, failure)).toMatchObject({
      type: 'rate-limited',
      retryAt,
      outcome: 'not-done',
    });
    expect(ports.time.slept).toEqual([]);
  });

  test('after an attempt that may have had its effect the error says so', async () => {
    fail({ outcome: { type: 'drop' }, when: 'after' });
    fail({ outcome: limited(until(500)) });
    expect((await put()).match(unexpected, failure)).toMatchObject({
      type: 'rate-limited',
      outcome: 'unknown',
    });
  });
});
