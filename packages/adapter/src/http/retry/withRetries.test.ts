import type { Fault } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiCalls, apiCalls, LUNCH, SLOTS, status } from '../../../test/support/apiCalls.js';
import { failure, unexpected } from '../../../test/support/failure.js';
import { ADDRESS, openClient } from '../../../test/support/openClient.js';

let api: ApiCalls;

beforeEach(async () => {
  api = await apiCalls();
});

describe('what is safe to repeat is repeated', () => {
  test.each([500, 502, 503, 504])('after %i', async (code) => {
    api.fail({ outcome: status(code), count: 3 });
    (await api.put())._unsafeUnwrap();
    expect([api.calls(), api.ports.time.slept]).toEqual([4, [500, 1000, 2000]]);
  });

  test.each(['before', 'after'] as const)('after a connection dropped %s', async (when) => {
    api.fail({ outcome: { type: 'drop' }, when, count: 3 });
    (await api.put())._unsafeUnwrap();
    expect(api.calls()).toBe(4);
  });

  test('after an answer that breaks off', async () => {
    api.fail({ outcome: { type: 'truncate' }, count: 3 });
    (await api.read())._unsafeUnwrap();
    expect(api.calls()).toBe(4);
  });

  test('at most three times', async () => {
    api.fail({ outcome: status(503), count: 9 });
    expect((await api.read()).match(unexpected, failure)).toEqual({
      type: 'unreachable',
      service: 'api',
      reason: 'server-error',
      detail: '503',
      outcome: 'unknown',
      operation: 'getSlots',
    });
    expect(api.calls()).toBe(4);
  });

  test.each([400, 404, 408, 409, 422, 501, 505])('not after %i', async (code) => {
    api.fail({ outcome: status(code) });
    expect((await api.put()).isErr()).toBe(true);
    expect(api.sandbox.requestLog().filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('a success needs no body where there is none to read', async () => {
    const fetch: typeof api.ports.fetch = async (url, init) => {
      const response = await api.ports.fetch(url, init);
      if (init.method !== 'PUT') return response;
      const body = new ReadableStream({ start: (stream) => stream.error(new Error('broken')) });
      return new Response(body, { status: response.status });
    };
    const other = await openClient(api.sandbox, { ports: { ...api.ports, fetch } });
    (await other.replaceSlots(ADDRESS, { slots: SLOTS }))._unsafeUnwrap();
    expect(api.calls()).toBe(1);
  });

  test('Retry-After of a 503 is waited for', async () => {
    api.fail({ outcome: status(503, { 'Retry-After': '7' }) });
    (await api.read())._unsafeUnwrap();
    expect(api.ports.time.slept).toEqual([7000]);
  });
});

describe('what is not safe to repeat is not', () => {
  test.each<[string, Fault]>([
    ['a 500', { outcome: status(500) }],
    ['a connection dropped before', { outcome: { type: 'drop' } }],
    ['a connection dropped after', { outcome: { type: 'drop' }, when: 'after' }],
  ])('after %s its outcome is unknown', async (_name, fault) => {
    api.fail({ method: 'POST', ...fault });
    expect((await api.create()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      outcome: 'unknown',
    });
    expect(api.calls()).toBe(1);
  });

  test('a 201 that cannot be read took effect', async () => {
    api.fail({ outcome: { ...status(201), body: '{"id":' } });
    expect((await api.create()).match(unexpected, failure)).toMatchObject({
      type: 'unexpected-answer',
      status: 201,
      outcome: 'done',
    });
    expect(api.calls()).toBe(1);
  });

  test('unless it was certainly not received', async () => {
    const { url, clientId, clientSecret } = api.sandbox;
    (await api.read())._unsafeUnwrap();
    let refuse = 2;
    const fetch: typeof api.ports.fetch = (target, init) => {
      if (init.method !== 'POST' || !target.endsWith('/breaks') || refuse === 0) {
        return api.ports.fetch(target, init);
      }
      refuse -= 1;
      const cause = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    };
    const other = await openClient(
      { url, clientId, clientSecret },
      { ports: { ...api.ports, fetch } },
    );
    (await other.createBreak(ADDRESS, LUNCH))._unsafeUnwrap();
    expect(refuse).toBe(0);
  });
});

describe('a server that is not there', () => {
  test('is unreachable, and nothing was changed', async () => {
    (await api.read())._unsafeUnwrap();
    await api.sandbox.close();
    // The first may still find the old connection.
    await api.create();
    expect((await api.create()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      service: 'api',
      reason: 'connection',
      detail: 'ECONNREFUSED',
      outcome: 'not-done',
    });
  });

  test('is no reason to repeat the token request for every attempt of a call', async () => {
    await api.sandbox.close();
    let sent = 0;
    const onCall = () => {
      sent += 1;
    };
    const other = await openClient(api.sandbox, { ports: api.ports, onCall });
    expect((await other.listFacilities()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      service: 'token',
      outcome: 'not-done',
    });
    expect(sent).toBe(4);
  });
});
