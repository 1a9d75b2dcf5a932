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
    expect((await read()).match(unexpected, failure)).toEqual({
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
    expect(sandbox.requestLog().filter(({ method }) => method === 'PUT')).toHaveLength(1);
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
    expect((await create()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      outcome: 'unknown',
    });
    expect(calls()).toBe(1);
  });

  test('a 201 that cannot be read took effect', async () => {
    fail({ outcome: { ...status(201), body: '{"id":' } });
    expect((await create()).match(unexpected, failure)).toMatchObject({
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
    expect((await create()).match(unexpected, failure)).toMatchObject({
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
    expect((await other.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      service: 'token',
      outcome: 'not-done',
    });
    expect(sent).toBe(4);
  });
});
