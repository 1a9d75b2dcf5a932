import { getEventListeners } from 'node:events';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ApiCalls, apiCalls, LUNCH, SLOTS, status } from '../../../test/support/apiCalls.js';
import { failure, unexpected } from '../../../test/support/failure.js';
import { ADDRESS, openClient } from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';

let api: ApiCalls;

beforeEach(async () => {
  api = await apiCalls();
});

describe('ended early', () => {
  const hanging = async () => {
    const { sandbox: stuck } = await openSandbox({ sleep: () => new Promise(() => {}) }, api.ports);
    stuck.control.injectFault({ path: '/api/*', delayMs: 1, count: 9 });
    return stuck;
  };

  test('an aborted write may have had its effect', async () => {
    const stuck = await hanging();
    const controller = new AbortController();
    const fetch: typeof api.ports.fetch = (url, init) => {
      const answer = api.ports.fetch(url, init);
      if (init.method === 'PUT') setImmediate(() => controller.abort());
      return answer;
    };
    const other = await openClient(stuck, { ports: { ...api.ports, fetch } });
    const { signal } = controller;
    expect(
      (await other.replaceSlots(ADDRESS, { slots: SLOTS }, { signal })).match(unexpected, failure),
    ).toEqual({
      type: 'aborted',
      outcome: 'unknown',
      operation: 'replaceSlots',
    });
  });

  test('a call that is aborted before it begins sends nothing', async () => {
    const signal = AbortSignal.abort();
    expect((await api.client.listFacilities({ signal })).match(unexpected, failure)).toMatchObject({
      type: 'aborted',
      outcome: 'not-done',
    });
    expect(api.calls()).toBe(0);
  });

  test('a wait ends when it is aborted', async () => {
    api.fail({ outcome: status(429, { 'Retry-After': '100' }) });
    const controller = new AbortController();
    const sleep: typeof api.ports.sleep = (_ms, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        setImmediate(() => controller.abort());
      });
    const other = await openClient(api.sandbox, { ports: { ...api.ports, sleep } });
    const { signal } = controller;
    expect((await other.listFacilities({ signal })).match(unexpected, failure)).toMatchObject({
      type: 'aborted',
      outcome: 'not-done',
    });
  });

  test('a server that does not answer runs into the timeout', async () => {
    const stuck = await hanging();
    const fetch: typeof api.ports.fetch = (url, init) => {
      const answer = api.ports.fetch(url, init);
      if (url.endsWith('/breaks')) setImmediate(api.ports.expire);
      return answer;
    };
    const other = await openClient(stuck, { ports: { ...api.ports, fetch } });
    expect((await other.createBreak(ADDRESS, LUNCH)).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      reason: 'timeout',
      outcome: 'unknown',
    });
  });
});

test('a page of the firewall is no refusal, and not asked for again', async () => {
  api.fail({ outcome: { ...status(405), body: '<html>captcha</html>' } });
  expect((await api.read()).match(unexpected, failure)).toMatchObject({
    type: 'blocked-by-firewall',
    status: 405,
  });
  expect(api.calls()).toBe(1);
});

test('redirects are not followed', async () => {
  api.fail({ outcome: status(301, { Location: `${api.sandbox.url}/elsewhere` }) });
  expect((await api.put()).match(unexpected, failure)).toMatchObject({
    type: 'unexpected-answer',
    status: 301,
  });
  expect(api.sandbox.requestLog()).toHaveLength(2);
});

test('nothing is left behind: no timeout, no listener on a signal that outlives its calls', async () => {
  const { signal } = new AbortController();
  api.fail({ outcome: { type: 'drop' } });
  api.fail({ outcome: status(429, { 'Retry-After': '5' }) });
  const calls = Promise.all(
    Array.from({ length: 50 }, () => api.client.listFacilities({ signal })),
  );
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await calls;
  expect([api.ports.timeouts(), getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
});

test('all calls that share a signal end with it', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: 20 }, () => api.client.listFacilities({ signal }));
  const unaffected = api.client.listFacilities();
  controller.abort();
  const results = await Promise.all(calls);
  expect(results.every((result) => result.isErr() && result.error.type === 'aborted')).toBe(true);
  (await unaffected)._unsafeUnwrap();
});
