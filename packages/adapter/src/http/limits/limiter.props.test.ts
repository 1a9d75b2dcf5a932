import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { virtualTime } from '../../../test/support/virtualTime.js';
import { createMemoryLimiter } from './memoryLimiter.js';
import { NOTHING_OBSERVED } from './observed.js';
import type { RateLimiter } from './rateLimiter.js';

const NEVER = Number.POSITIVE_INFINITY;
const patient = () => ({ signal: new AbortController().signal, deadline: NEVER });

const limit = fc.record({
  calls: fc.integer({ min: 1, max: 12 }),
  perMs: fc.integer({ min: 1_000, max: 100_000 }),
});
/** When callers come, how long their requests are on their way, and how long the server takes. */
const callers = fc.array(
  fc.record({
    comesAfterMs: fc.integer({ min: 0, max: 20_000 }),
    arrivesAfterMs: fc.integer({ min: 0, max: 30_000 }),
    takesMs: fc.integer({ min: 1, max: 3_000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** The most calls that any half-open stretch of `perMs` holds. */
function mostWithin(times: readonly number[], perMs: number): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length),
  );
}

interface Caller {
  readonly comesAfterMs: number;
  readonly arrivesAfterMs: number;
  readonly takesMs: number;
}

interface Admission {
  readonly caller: number;
  readonly sent: number;
  readonly arrived: number;
}

async function admissions(
  all: readonly Caller[],
  limits: Parameters<typeof createMemoryLimiter>[0],
): Promise<readonly Admission[]> {
  const time = virtualTime(0);
  const limiter = createMemoryLimiter(limits, time)._unsafeUnwrap();
  const { signal } = patient();
  const admitted: Admission[] = [];
  const running: Promise<void>[] = [];
  for (const [caller, { comesAfterMs, arrivesAfterMs, takesMs }] of all.entries()) {
    await time.sleep(comesAfterMs, signal);
    running.push(
      (async () => {
        const turn = (await limiter.acquire('write', patient()))._unsafeUnwrap();
        const sent = time.clock.now();
        await time.sleep(arrivesAfterMs, patient().signal);
        admitted.push({ caller, sent, arrived: time.clock.now() });
        await time.sleep(takesMs, patient().signal);
        turn.answered(NOTHING_OBSERVED);
      })(),
    );
  }
  await Promise.all(running);
  return admitted;
}

describe('for any callers and limits', () => {
  test('the server never sees more arrive than it allows, and first come is first served', async () => {
    await fc.assert(
      fc.asyncProperty(
        callers,
        fc.array(limit, { minLength: 1, maxLength: 3 }),
        async (all, write) => {
          const admitted = await admissions(all, { read: [], write });
          for (const { calls, perMs } of write) {
            const most = mostWithin(
              admitted.map(({ arrived }) => arrived),
              perMs,
            );
            expect(most).toBeLessThanOrEqual(calls);
          }
          const inOrder = [...admitted].sort((a, b) => a.sent - b.sent || a.caller - b.caller);
          expect(inOrder.map(({ caller }) => caller)).toEqual(all.map((_, index) => index));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nobody waits while there is room', async () => {
    await fc.assert(
      fc.asyncProperty(callers, limit, async (all, only) => {
        const roomy = { ...only, calls: all.length };
        const admitted = await admissions(all, { read: [], write: [roomy] });
        let at = 0;
        const came = all.map(({ comesAfterMs }) => (at += comesAfterMs));
        expect(admitted.map(({ sent }) => sent).sort((a, b) => a - b)).toEqual(came);
      }),
      { numRuns: 30 },
    );
  });
});

/** Docplanner's own limiter as the headers show it: a window that opens with its first call. */
function server(calls: number, perMs: number) {
  let resetAt = 0;
  let used = 0;
  return (now: number) => {
    if (now >= resetAt) {
      resetAt = now + perMs;
      used = 0;
    }
    const allowed = used < calls;
    if (allowed) used += 1;
    return { allowed, window: { limit: calls, remaining: calls - used, resetAt } };
  };
}

describe('headers correct what the limiter believes', () => {
  const latency = fc.integer({ min: 1, max: 2_000 });

  test('a lower limit is exceeded at most by what was on its way when it was learnt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(latency, { minLength: 1, maxLength: 50 }),
        async (calls, workers, latencies) => {
          const time = virtualTime(0);
          const own = { read: [], write: [{ calls: 40, perMs: 60_000 }] };
          const limiter = createMemoryLimiter(own, time)._unsafeUnwrap();
          const count = server(calls, 60_000);
          let refused = 0;
          let done = 0;
          const worker = async (): Promise<void> => {
            while (time.clock.now() < 600_000) {
              const turn = (await limiter.acquire('write', patient()))._unsafeUnwrap();
              const { allowed, window } = count(time.clock.now());
              const took = latencies[(done + refused) % latencies.length] ?? 1;
              await time.sleep(took, patient().signal);
              turn.answered({ window, closedUntil: undefined });
              if (allowed) done += 1;
              else refused += 1;
            }
          };
          await Promise.all(Array.from({ length: workers }, worker));
          expect(refused).toBeLessThanOrEqual(Math.max(0, workers - calls) * 11);
          expect(done).toBeGreaterThanOrEqual(0.85 * calls * 10);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('calls that the server counted for others are not sent for nothing', async () => {
    const time = virtualTime(0);
    const limiter = createMemoryLimiter(
      { read: [], write: [{ calls: 40, perMs: 60_000 }] },
      time,
    )._unsafeUnwrap();
    const turn = (await limiter.acquire('write', patient()))._unsafeUnwrap();
    const window = { limit: 40, remaining: 2, resetAt: 30_000 };
    turn.answered({ window, closedUntil: undefined });
    const at: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      (await limiter.acquire('write', patient()))._unsafeUnwrap();
      at.push(time.clock.now());
    }
    expect(at).toEqual([0, 0, 30_000]);
  });
});

describe('the documented limits', () => {
  const limits = {
    read: [{ calls: 8000, perMs: 3_600_000 }],
    write: [
      { calls: 40, perMs: 60_000 },
      { calls: 2400, perMs: 3_600_000 },
    ],
  };

  async function busy(limiter: RateLimiter, time: ReturnType<typeof virtualTime>, forMs: number) {
    const at: number[] = [];
    const worker = async (): Promise<void> => {
      for (;;) {
        const turn = (await limiter.acquire('write', patient()))._unsafeUnwrap();
        if (time.clock.now() > forMs) return turn.unused();
        at.push(time.clock.now());
        await time.sleep(150, patient().signal);
        turn.answered(NOTHING_OBSERVED);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return at;
  }

  test('are used to at least 95 % over two hours, and never exceeded', async () => {
    const time = virtualTime(0);
    const limiter = createMemoryLimiter(limits, time)._unsafeUnwrap();
    const at = await busy(limiter, time, 7_200_000);
    expect(at.length).toBeGreaterThanOrEqual(0.95 * 2 * 2400);
    expect(mostWithin(at, 60_000)).toBeLessThanOrEqual(40);
    expect(mostWithin(at, 3_600_000)).toBeLessThanOrEqual(2400);
  });
});
