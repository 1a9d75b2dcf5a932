import { getEventListeners } from 'node:events';
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
const calls = () => sandbox.requestLog().filter(({ path }) => path.startsWith('/api/')).length;
const fail = (fault: Fault) => sandbox.control.injectFault({ path: '/api/*', ...fault });
const status = (code: number, headers: Readonly<Record<string, string>> = {}) =>
  ({ type: 'status', status: code, headers }) as const;

describe('ended early', () => {
  const hanging = async () => {
    const { sandbox: stuck } = await openSandbox({ sleep: () => new Promise(() => {}) }, ports);
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
    expect(
      (await other.replaceSlots(ADDRESS, { slots }, { signal })).match(unexpected, failure),
    ).toEqual({
      type: 'aborted',
      outcome: 'unknown',
      operation: 'replaceSlots',
    });
  });

  test('a call that is aborted before it begins sends nothing', async () => {
    const signal = AbortSignal.abort();
    expect((await client.listFacilities({ signal })).match(unexpected, failure)).toMatchObject({
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
    expect((await other.listFacilities({ signal })).match(unexpected, failure)).toMatchObject({
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
    expect((await other.createBreak(ADDRESS, lunch)).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      reason: 'timeout',
      outcome: 'unknown',
    });
  });
});

test('a page of the firewall is no refusal, and not asked for again', async () => {
  fail({ outcome: { ...status(405), body: '<html>captcha</html>' } });
  expect((await read()).match(unexpected, failure)).toMatchObject({
    type: 'blocked-by-firewall',
    status: 405,
  });
  expect(calls()).toBe(1);
});

test('redirects are not followed', async () => {
  fail({ outcome: status(301, { Location: `${sandbox.url}/elsewhere` }) });
  expect((await put()).match(unexpected, failure)).toMatchObject({
    type: 'unexpected-answer',
    status: 301,
  });
  expect(sandbox.requestLog()).toHaveLength(2);
});

test('nothing is left behind: no timeout, no listener on a signal that outlives its calls', async () => {
  const { signal } = new AbortController();
  fail({ outcome: { type: 'drop' } });
  fail({ outcome: status(429, { 'Retry-After': '5' }) });
  const calls = Promise.all(Array.from({ length: 50 }, () => client.listFacilities({ signal })));
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await calls;
  expect([ports.timeouts(), getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
});

test('all calls that share a signal end with it', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: 20 }, () => client.listFacilities({ signal }));
  const unaffected = client.listFacilities();
  controller.abort();
  const results = await Promise.all(calls);
  expect(results.every((result) => result.isErr() && result.error.type === 'aborted')).toBe(true);
  (await unaffected)._unsafeUnwrap();
});
