import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiCalls, apiCalls, status } from '../../../test/support/apiCalls.js';
import { failure, unexpected } from '../../../test/support/failure.js';
import { ADDRESS, openClient, WHOLE_TUESDAY } from '../../../test/support/openClient.js';

let api: ApiCalls;

beforeEach(async () => {
  api = await apiCalls();
});

describe('429', () => {
  const until = (seconds: number) => new Date(api.ports.clock.now() + seconds * 1000).toISOString();
  const limited = (reset: string, more: Readonly<Record<string, string>> = {}) =>
    status(429, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset, ...more });

  test('waits until the window resets, a write that must not be repeated too', async () => {
    api.fail({ outcome: limited(until(42)) });
    (await api.create())._unsafeUnwrap();
    expect([api.calls(), api.ports.time.slept]).toEqual([2, [42_000]]);
  });

  test('reads the reset against the clock of the server', async () => {
    const skewed: typeof api.ports.fetch = async (url, init) => {
      const response = await api.ports.fetch(url, init);
      const headers = new Headers(response.headers);
      headers.set('Date', new Date(api.ports.clock.now() + 3_600_000).toUTCString());
      return new Response(response.body, { status: response.status, headers });
    };
    const other = await openClient(api.sandbox, { ports: { ...api.ports, fetch: skewed } });
    api.fail({ outcome: limited(until(3_630).replace('Z', '+00:00')) });
    (await other.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap();
    expect(api.ports.time.slept).toEqual([30_000]);
  });

  test('honours Retry-After in seconds', async () => {
    api.fail({ outcome: limited(until(5), { 'Retry-After': '20' }) });
    (await api.read())._unsafeUnwrap();
    expect(api.ports.time.slept[0]).toBe(20_000);
  });

  test('with calls remaining it is about an equal request: a short wait', async () => {
    api.fail({ outcome: limited(until(3000), { 'X-RateLimit-Remaining': '39' }), count: 2 });
    (await api.put())._unsafeUnwrap();
    expect(api.ports.time.slept).toEqual([1500, 2000]);
  });

  test('a reset in the past is no reason to hammer', async () => {
    api.fail({ outcome: limited(until(-100)), count: 5 });
    (await api.read())._unsafeUnwrap();
    expect(api.ports.time.slept).toEqual([1000, 1000, 1000, 1000, 1000]);
  });

  test('beyond the longest wait it is an error that says when', async () => {
    const retryAt = api.ports.clock.now() + 200_000;
    api.fail({ outcome: limited(until(200)) });
    expect((await api.create()).match(unexpected, failure)).toMatchObject({
      type: 'rate-limited',
      retryAt,
      outcome: 'not-done',
    });
    expect(api.ports.time.slept).toEqual([]);
  });

  test('after an attempt that may have had its effect the error says so', async () => {
    api.fail({ outcome: { type: 'drop' }, when: 'after' });
    api.fail({ outcome: limited(until(500)) });
    expect((await api.put()).match(unexpected, failure)).toMatchObject({
      type: 'rate-limited',
      outcome: 'unknown',
    });
  });
});
