import { type Fault, startSandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { DocplannerClient } from '../client/client.js';
import { ADDRESS, openClient, tuesday, WHOLE_TUESDAY, workPeriod } from '../testing/openClient.js';
import { type TestPorts, testPorts } from '../testing/testPorts.js';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let ports: TestPorts;
let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ports = testPorts();
  sandbox = await startSandbox({ now: ports.clock.now });
  client = await openClient(sandbox, { ports });
  return () => sandbox.close();
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

describe('what is safe to repeat is repeated', () => {
  test.each([500, 502, 503, 504])('after %i', async (code) => {
    fail({ outcome: status(code), count: 3 });
    (await put())._unsafeUnwrap();
    expect([calls(), ports.time.slept]).toEqual([4, [500, 1000, 2000]]);
  });

  test.each(['before', 'after'] as const)('after a connection dropped %s', async (when) => {
    fail({ outcome: { type: 'drop' }, when, count: 3 });
    (await put())._unsafeUnwrap();
    expect(calls()).toBe(4);
  });

  test('after an answer that breaks off', async () => {
    fail({ outcome: { type: 'truncate' }, count: 3 });
    (await read())._unsafeUnwrap();
    expect(calls()).toBe(4);
  });

  test('at most three times', async () => {
    fail({ outcome: status(503), count: 9 });
    expect((await read())._unsafeUnwrapErr()).toEqual({
      type: 'unreachable',
      service: 'api',
      reason: 'server-error',
      detail: '503',
      outcome: 'unknown',
      operation: 'getSlots',
    });
    expect(calls()).toBe(4);
  });

  test.each([400, 404, 408, 409, 422, 501, 505])('not after %i', async (code) => {
    fail({ outcome: status(code) });
    expect((await put()).isErr()).toBe(true);
    expect(calls()).toBe(1);
  });

  test('a success needs no body where there is none to read', async () => {
    const fetch: typeof ports.fetch = async (url, init) => {
      const response = await ports.fetch(url, init);
      if (init.method !== 'PUT') return response;
      const body = new ReadableStream({ start: (stream) => stream.error(new Error('broken')) });
      return new Response(body, { status: response.status });
    };
    const other = await openClient(sandbox, { ports: { ...ports, fetch } });
    (await other.replaceSlots(ADDRESS, { slots }))._unsafeUnwrap();
    expect(calls()).toBe(1);
  });

  test('Retry-After of a 503 is waited for', async () => {
    fail({ outcome: status(503, { 'Retry-After': '7' }) });
    (await read())._unsafeUnwrap();
    expect(ports.time.slept).toEqual([7000]);
  });
});

describe('what is not safe to repeat is not', () => {
  test.each<[string, Fault]>([
    ['a 500', { outcome: status(500) }],
    ['a connection dropped before', { outcome: { type: 'drop' } }],
    ['a connection dropped after', { outcome: { type: 'drop' }, when: 'after' }],
  ])('after %s its outcome is unknown', async (_name, fault) => {
    fail({ method: 'POST', ...fault });
    expect((await create())._unsafeUnwrapErr()).toMatchObject({
      type: 'unreachable',
      outcome: 'unknown',
    });
    expect(calls()).toBe(1);
  });

  test('a 201 that cannot be read took effect', async () => {
    fail({ outcome: { ...status(201), body: '{"id":' } });
    expect((await create())._unsafeUnwrapErr()).toMatchObject({
      type: 'unexpected-answer',
      status: 201,
      outcome: 'done',
    });
    expect(calls()).toBe(1);
  });

  test('unless it was certainly not received', async () => {
    const { url, clientId, clientSecret } = sandbox;
    (await read())._unsafeUnwrap();
    let refuse = 2;
    const fetch: typeof ports.fetch = (target, init) => {
      if (init.method !== 'POST' || !target.endsWith('/breaks') || refuse === 0) {
        return ports.fetch(target, init);
      }
      refuse -= 1;
      const cause = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    };
    const other = await openClient({ url, clientId, clientSecret }, { ports: { ...ports, fetch } });
    (await other.createBreak(ADDRESS, lunch))._unsafeUnwrap();
    expect(refuse).toBe(0);
  });
});

describe('a server that is not there', () => {
  test('is unreachable, and nothing was changed', async () => {
    (await read())._unsafeUnwrap();
    await sandbox.close();
    // The first may still find the old connection.
    await create();
    expect((await create())._unsafeUnwrapErr()).toMatchObject({
      type: 'unreachable',
      service: 'api',
      reason: 'connection',
      detail: 'ECONNREFUSED',
      outcome: 'not-done',
    });
  });

  test('is no reason to repeat the token request for every attempt of a call', async () => {
    await sandbox.close();
    let sent = 0;
    const onCall = () => {
      sent += 1;
    };
    const other = await openClient(sandbox, { ports, onCall });
    expect((await other.listFacilities())._unsafeUnwrapErr()).toMatchObject({
      type: 'unreachable',
      service: 'token',
      outcome: 'not-done',
    });
    expect(sent).toBe(4);
  });
});

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
    expect((await create())._unsafeUnwrapErr()).toMatchObject({
      type: 'rate-limited',
      retryAt,
      outcome: 'not-done',
    });
    expect(ports.time.slept).toEqual([]);
  });

  test('after an attempt that may have had its effect the error says so', async () => {
    fail({ outcome: { type: 'drop' }, when: 'after' });
    fail({ outcome: limited(until(500)) });
    expect((await put())._unsafeUnwrapErr()).toMatchObject({
      type: 'rate-limited',
      outcome: 'unknown',
    });
  });
});

describe('ended early', () => {
  const hanging = async () => {
    const stuck = await startSandbox({ now: ports.clock.now, sleep: () => new Promise(() => {}) });
    onTestFinished(() => stuck.close());
    stuck.control.injectFault({ path: '/api/*', delayMs: 1, count: 9 });
    return stuck;
  };

  test('an aborted write may have had its effect', async () => {
    const stuck = await hanging();
    const controller = new AbortController();
    const fetch: typeof ports.fetch = (url, init) => {
      const answer = ports.fetch(url, init);
      if (init.method === 'PUT') setImmediate(() => controller.abort());
      return answer;
    };
    const other = await openClient(stuck, { ports: { ...ports, fetch } });
    const { signal } = controller;
    expect((await other.replaceSlots(ADDRESS, { slots }, { signal }))._unsafeUnwrapErr()).toEqual({
      type: 'aborted',
      outcome: 'unknown',
      operation: 'replaceSlots',
    });
  });

  test('a call that is aborted before it begins sends nothing', async () => {
    const signal = AbortSignal.abort();
    expect((await client.listFacilities({ signal }))._unsafeUnwrapErr()).toMatchObject({
      type: 'aborted',
      outcome: 'not-done',
    });
    expect(calls()).toBe(0);
  });

  test('a wait ends when it is aborted', async () => {
    fail({ outcome: status(429, { 'Retry-After': '100' }) });
    const controller = new AbortController();
    const sleep: typeof ports.sleep = (_ms, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        setImmediate(() => controller.abort());
      });
    const other = await openClient(sandbox, { ports: { ...ports, sleep } });
    const { signal } = controller;
    expect((await other.listFacilities({ signal }))._unsafeUnwrapErr()).toMatchObject({
      type: 'aborted',
      outcome: 'not-done',
    });
  });

  test('a server that does not answer runs into the timeout', async () => {
    const stuck = await hanging();
    const fetch: typeof ports.fetch = (url, init) => {
      const answer = ports.fetch(url, init);
      if (url.endsWith('/breaks')) setImmediate(ports.expire);
      return answer;
    };
    const other = await openClient(stuck, { ports: { ...ports, fetch } });
    expect((await other.createBreak(ADDRESS, lunch))._unsafeUnwrapErr()).toMatchObject({
      type: 'unreachable',
      reason: 'timeout',
      outcome: 'unknown',
    });
  });
});

test('a page of the firewall is no refusal, and not asked for again', async () => {
  fail({ outcome: { ...status(405), body: '<html>captcha</html>' } });
  expect((await read())._unsafeUnwrapErr()).toMatchObject({
    type: 'blocked-by-firewall',
    status: 405,
  });
  expect(calls()).toBe(1);
});

test('redirects are not followed', async () => {
  fail({ outcome: status(301, { Location: `${sandbox.url}/elsewhere` }) });
  expect((await put())._unsafeUnwrapErr()).toMatchObject({
    type: 'unexpected-answer',
    status: 301,
  });
  expect(sandbox.requestLog()).toHaveLength(2);
});
