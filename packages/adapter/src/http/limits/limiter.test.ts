import { documentedLimits as sandboxLimits } from '@slotwright/sandbox';
import { okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../../test/support/failure.js';
import { ADDRESS, openClient } from '../../../test/support/openClient.js';
import { openSandbox } from '../../../test/support/openSandbox.js';
import { testPorts } from '../../../test/support/testPorts.js';
import { virtualTime } from '../../../test/support/virtualTime.js';
import type { CallReport } from '../request/exchange.js';
import { createMemoryLimiter } from './memoryLimiter.js';
import { NOTHING_OBSERVED, observedIn } from './observed.js';
import type { RateLimiter, TurnWait } from './rateLimiter.js';

const one = { read: [{ calls: 1, perMs: 10_000 }], write: [{ calls: 1, perMs: 10_000 }] };
const signal = new AbortController().signal;
const deadline = Number.POSITIVE_INFINITY;

describe('a limiter that is full', () => {
  const full = async () => {
    const time = virtualTime(0);
    const limiter = createMemoryLimiter(one, time)._unsafeUnwrap();
    const turn = (await limiter.acquire('write', { signal, deadline }))._unsafeUnwrap();
    turn.answered(NOTHING_OBSERVED);
    return { time, limiter };
  };

  test('lets reads pass that are counted apart', async () => {
    const { time, limiter } = await full();
    (await limiter.acquire('read', { signal, deadline }))._unsafeUnwrap();
    expect(time.clock.now()).toBe(0);
  });

  test('says when, at once, to those who cannot wait so long', async () => {
    const { time, limiter } = await full();
    const hasty = await limiter.acquire('write', { signal, deadline: 10_499 });
    expect(hasty.match(unexpected, failure)).toEqual({ type: 'rate-limited', retryAt: 10_500 });
    expect(time.clock.now()).toBe(0);
    (await limiter.acquire('write', { signal, deadline: 10_500 }))._unsafeUnwrap();
    expect(time.clock.now()).toBe(10_500);
  });

  test('tells those in the queue as soon as their turn would come too late', async () => {
    const { time, limiter } = await full();
    const [first, second] = await Promise.all([
      limiter.acquire('write', { signal, deadline: 15_000 }),
      limiter.acquire('write', { signal, deadline: 15_000 }),
    ]);
    expect([first.isOk(), second.isErr()]).toEqual([true, true]);
    expect(time.clock.now()).toBe(10_500);
  });

  test('forgets those who abort, and serves who is next', async () => {
    const { time, limiter } = await full();
    const controller = new AbortController();
    const left = limiter.acquire('write', { signal: controller.signal, deadline });
    const next = limiter.acquire('write', { signal, deadline });
    controller.abort();
    expect((await left).match(unexpected, failure)).toEqual({ type: 'aborted' });
    (await next)._unsafeUnwrap();
    expect(time.clock.now()).toBe(10_500);
  });

  test('sleeps for nobody when all have left', async () => {
    const { time, limiter } = await full();
    const controller = new AbortController();
    const left = limiter.acquire('write', { signal: controller.signal, deadline });
    controller.abort();
    expect((await left).isErr()).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(time.clock.now()).toBe(0);
  });

  test('is full until a window after the answer, however long that takes', async () => {
    const time = virtualTime(0);
    const limiter = createMemoryLimiter(one, time)._unsafeUnwrap();
    const turn = (await limiter.acquire('write', { signal, deadline }))._unsafeUnwrap();
    const next = limiter.acquire('write', { signal, deadline });
    await time.sleep(25_000, signal);
    turn.answered(NOTHING_OBSERVED);
    (await next)._unsafeUnwrap();
    expect(time.clock.now()).toBe(35_500);
  });

  test('has room at once for a turn that was given back', async () => {
    const time = virtualTime(0);
    const limiter = createMemoryLimiter(one, time)._unsafeUnwrap();
    const turn = (await limiter.acquire('write', { signal, deadline }))._unsafeUnwrap();
    const next = limiter.acquire('write', { signal, deadline });
    turn.unused();
    turn.answered(NOTHING_OBSERVED);
    (await next)._unsafeUnwrap();
    expect(time.clock.now()).toBe(0);
  });

  test('tells who waits until when, and again when the wait goes on', async () => {
    const { time, limiter } = await full();
    const told: unknown[] = [];
    const join = async (name: string) => {
      const onWait = (wait: TurnWait) => told.push([time.clock.now(), name, wait]);
      const turn = await limiter.acquire('write', { signal, deadline, onWait });
      turn._unsafeUnwrap().answered(NOTHING_OBSERVED);
    };
    await Promise.all([join('a'), join('b')]);
    expect(told).toEqual([
      [0, 'a', { until: 10_500, before: 0 }],
      [0, 'b', { until: 10_500, before: 1 }],
      [10_500, 'b', { until: 21_000, before: 0 }],
    ]);
  });

  test('opens later when a 429 says so', async () => {
    const time = virtualTime(0);
    const limiter = createMemoryLimiter(one, time)._unsafeUnwrap();
    const turn = (await limiter.acquire('write', { signal, deadline }))._unsafeUnwrap();
    turn.answered({ window: undefined, closedUntil: 60_000 });
    (await limiter.acquire('write', { signal, deadline }))._unsafeUnwrap();
    expect(time.clock.now()).toBe(60_000);
  });
});

test.each([0, -1, 1.5, Number.NaN])('a limit of %d calls is refused', (calls) => {
  const limits = { read: [], write: [{ calls, perMs: 1000 }] };
  expect(createMemoryLimiter(limits, virtualTime(0)).match(unexpected, failure)).toMatchObject({
    type: 'invalid-options',
    option: 'limits',
  });
});

test.each([
  [{}, undefined],
  [{ 'X-RateLimit-Limit': '40', 'X-RateLimit-Remaining': '7' }, undefined],
  [
    {
      'X-RateLimit-Limit': 'x',
      'X-RateLimit-Remaining': '7',
      'X-RateLimit-Reset': '1970-01-01T00:01:00Z',
    },
    undefined,
  ],
  [
    { 'X-RateLimit-Limit': '40', 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': '60' },
    undefined,
  ],
  [
    {
      'X-RateLimit-Limit': '40',
      'X-RateLimit-Remaining': '7',
      'X-RateLimit-Reset': '1970-01-01T01:01:00+01:00',
    },
    { limit: 40, remaining: 7, resetAt: 60_000 },
  ],
])('headers %j tell %j', (headers, window) => {
  expect(observedIn(200, new Headers(headers), 0).window).toEqual(window);
});

test('a hundred writes against the limits of the sandbox: none refused, none wasted', async () => {
  const ports = testPorts();
  const { sandbox } = await openSandbox({ limits: sandboxLimits }, ports);
  const client = await openClient(sandbox, { ports, maxWaitMs: 600_000 });
  const began = ports.clock.now();
  const results = await Promise.all(
    Array.from({ length: 100 }, () => client.deleteSlots(ADDRESS, '2030-05-14')),
  );
  expect(results.filter((result) => result.isErr())).toEqual([]);
  expect(sandbox.requestLog().filter(({ status }) => status === 429)).toEqual([]);
  expect(ports.clock.now() - began).toBeLessThanOrEqual((2 * 60_000) / 0.95);
});

test('requests that are long on their way: none refused, also where no header tells the count', async () => {
  const ports = testPorts();
  const { sandbox } = await openSandbox({ limits: sandboxLimits }, ports);
  let calls = 0;
  const slow: typeof ports.fetch = async (url, init) => {
    calls += 1;
    await ports.sleep((calls * 7_919) % 20_000, new AbortController().signal);
    const response = await ports.fetch(url, init);
    await ports.sleep((calls * 104_729) % 5_000, new AbortController().signal);
    return new Response(response.status === 204 ? null : response.body, {
      status: response.status,
      headers: response.status === 200 ? response.headers : {},
    });
  };
  const client = await openClient(sandbox, {
    ports: { ...ports, fetch: slow },
    maxWaitMs: 6_000_000,
    timeoutMs: 60_000,
  });
  const results = await Promise.all(
    Array.from({ length: 150 }, () => client.deleteSlots(ADDRESS, '2030-05-14')),
  );
  expect(results.filter((result) => result.isErr())).toEqual([]);
  expect(sandbox.requestLog().filter(({ status }) => status === 429)).toEqual([]);
});

test('a client id that others use too: refused calls wait, and all get through', async () => {
  const ports = testPorts();
  const { sandbox } = await openSandbox({ limits: sandboxLimits }, ports);
  const clients = [
    await openClient(sandbox, { ports, maxWaitMs: 600_000 }),
    await openClient(sandbox, { ports, maxWaitMs: 600_000 }),
  ];
  const results = await Promise.all(
    Array.from({ length: 50 }, () =>
      clients.map((client) => client.deleteSlots(ADDRESS, '2030-05-14')),
    ).flat(),
  );
  expect(results.filter((result) => result.isErr())).toEqual([]);
});

test('a limit that only the headers tell is kept', async () => {
  const ports = testPorts();
  const limits = { writesPerMinute: 5 };
  const { sandbox } = await openSandbox({ limits }, ports);
  const client = await openClient(sandbox, { ports });
  for (let call = 0; call < 12; call += 1) {
    (await client.deleteSlots(ADDRESS, '2030-05-14'))._unsafeUnwrap();
  }
  expect(sandbox.requestLog().filter(({ status }) => status === 429)).toEqual([]);
});

test('a call takes its turn when it has its token, and tells what came of it', async () => {
  const ports = testPorts();
  const { sandbox } = await openSandbox({}, ports);
  const events: string[] = [];
  const limiter: RateLimiter = {
    acquire: (kind) => {
      events.push(`turn to ${kind}`);
      return okAsync({
        answered: () => events.push(`${kind} is over`),
        unused: () => events.push(`${kind} was not sent`),
      });
    },
  };
  const onCall = ({ operation }: CallReport) => {
    events.push(operation);
  };
  const client = await openClient(sandbox, { ports, limiter, onCall });
  (await client.listFacilities())._unsafeUnwrap();
  expect(events).toEqual(['token', 'turn to read', 'getFacilities', 'read is over']);
});
