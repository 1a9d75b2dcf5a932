import { err, ok, okAsync, type Result } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../../test/support/failure.js';
import { ADDRESS, openClient } from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';
import type { CallReport } from '../request/exchange.js';
import type { CallWait } from './call.js';

const DATE = '2030-05-14';

describe('requests that are counted', () => {
  test('are those that reached the server, whatever became of them', async () => {
    const { sandbox, client } = await openSandbox();
    const counted: CallReport[] = [];
    const onRequest = (report: CallReport) => {
      counted.push(report);
    };
    sandbox.control.injectFault({ path: '/api/*', outcome: { type: 'status', status: 401 } });
    sandbox.control.injectFault({
      path: '/api/*',
      outcome: { type: 'status', status: 429, headers: { 'Retry-After': '1' } },
    });
    sandbox.control.injectFault({ path: '/api/*', outcome: { type: 'status', status: 503 } });
    (await client.deleteSlots(ADDRESS, DATE, { onRequest }))._unsafeUnwrap();
    (await client.getCalendar({ ...ADDRESS, addressId: '999' }, { onRequest })).isErr();
    (await client.getSlots(ADDRESS, { start: '', end: '' }, { onRequest })).isErr();
    const signal = AbortSignal.abort();
    (await client.deleteSlots(ADDRESS, DATE, { onRequest, signal })).isErr();
    const api = sandbox.requestLog().filter(({ path }) => path.startsWith('/api/'));
    expect(counted.filter(({ sent }) => sent).map(({ method }) => method)).toEqual(
      api.map(({ method }) => method),
    );
    expect(counted.map(({ operation }) => operation).slice(0, 4)).toEqual(
      Array.from({ length: 4 }, () => 'deleteSlots'),
    );
  });

  test('are not those that found no server', async () => {
    const { sandbox, client } = await openSandbox();
    (await client.listFacilities())._unsafeUnwrap();
    await sandbox.close();
    // The first may still find the old connection.
    await client.listFacilities();
    const sent: boolean[] = [];
    await client.deleteSlots(ADDRESS, DATE, { onRequest: (report) => sent.push(report.sent) });
    expect(sent).toEqual([false, false, false, false]);
  });
});

describe('beforeSend', () => {
  test('is asked when the turn has come, before each request', async () => {
    const { sandbox, ports } = await openSandbox();
    const limits = { read: [], write: [{ calls: 1, perMs: 60_000 }] };
    const client = await openClient(sandbox, { ports, limits, maxWaitMs: 600_000 });
    const began = ports.clock.now();
    const asked: number[] = [];
    const beforeSend = () => {
      asked.push(ports.clock.now() - began);
      return okAsync(undefined);
    };
    (await client.deleteSlots(ADDRESS, DATE, { beforeSend }))._unsafeUnwrap();
    sandbox.control.injectFault({ path: '/api/*', outcome: { type: 'status', status: 401 } });
    (await client.deleteSlots(ADDRESS, DATE, { beforeSend }))._unsafeUnwrap();
    expect(asked).toEqual([0, 60_500, 121_000]);
  });

  test.each<[string, () => Promise<Result<void, string>>]>([
    ['refuses', async () => err('no longer ours')],
    ['throws', () => Promise.reject(new Error('lost'))],
  ])('nothing is sent where it %s, and the turn is given back', async (_name, beforeSend) => {
    const { sandbox, ports } = await openSandbox();
    const limits = { read: [], write: [{ calls: 1, perMs: 60_000 }] };
    const client = await openClient(sandbox, { ports, limits, maxWaitMs: 600_000 });
    const refused = await client.deleteSlots(ADDRESS, DATE, { beforeSend });
    expect(refused.match(unexpected, failure)).toEqual({
      type: 'not-sent',
      outcome: 'not-done',
      operation: 'deleteSlots',
    });
    expect(sandbox.requestLog().map(({ path }) => path)).toEqual(['/oauth/v2/token']);
    (await client.deleteSlots(ADDRESS, DATE))._unsafeUnwrap();
    expect(ports.time.slept).toEqual([]);
  });

  test('says that an attempt before may have had its effect', async () => {
    const { sandbox, client } = await openSandbox();
    sandbox.control.injectFault({ path: '/api/*', outcome: { type: 'drop' }, when: 'after' });
    const answers = [ok(), err('lost')];
    const beforeSend = async () => answers.shift() ?? ok();
    const error = (await client.deleteSlots(ADDRESS, DATE, { beforeSend })).match(
      unexpected,
      failure,
    );
    expect(error).toMatchObject({ type: 'not-sent', outcome: 'unknown' });
  });
});

test('waits are told: for a turn, for a limit, for another attempt', async () => {
  const { sandbox, ports } = await openSandbox();
  const limits = { read: [], write: [{ calls: 1, perMs: 60_000 }] };
  const client = await openClient(sandbox, { ports, limits, maxWaitMs: 600_000 });
  const began = ports.clock.now();
  const told: [string, CallWait][] = [];
  const call = (name: string) =>
    client.deleteSlots(ADDRESS, DATE, {
      onWait: (wait) => {
        told.push([name, { ...wait, until: wait.until - began }]);
        throw new Error('an observer that fails');
      },
    });
  (await call('first'))._unsafeUnwrap();
  const results = await Promise.all([call('second'), call('third')]);
  expect(results.map((result) => result.isOk())).toEqual([true, true]);
  sandbox.control.injectFault({
    path: '/api/*',
    outcome: { type: 'status', status: 429, headers: { 'Retry-After': '5' } },
  });
  sandbox.control.injectFault({ path: '/api/*', outcome: { type: 'status', status: 503 } });
  (await client.listFacilities({ onWait: (wait) => told.push(['read', wait]) }))._unsafeUnwrap();
  const turn = { reason: 'rate-limit', kind: 'write', before: 0 };
  const read = { kind: 'read', before: 0, until: expect.any(Number) };
  expect(told).toEqual([
    ['second', { ...turn, until: 60_500 }],
    ['third', { ...turn, until: 60_500, before: 1 }],
    ['third', { ...turn, until: 121_000 }],
    ['read', { ...read, reason: 'rate-limit' }],
    ['read', { ...read, reason: 'retry' }],
  ]);
});
