import { expect, test } from 'vitest';
import { isSuccess } from '../../src/index.js';
import { apply, openSample, sent, starts } from './sample.js';

const CALENDARS = 200;
const LIMIT = 40;
/** The default. */
const PARALLEL = 4;
const MINUTE = 60_000;
/** Some 3,000 requests over sockets, on machines that are busy with other tests. */
const TEN_MINUTES_MS = 600_000;
const addresses = Array.from({ length: CALENDARS }, (_, index) => String(1000 + index));
const HORIZON = { now: '2026-10-04T08:00:00Z', from: '2026-10-05', through: '2026-10-06' };

/** The most calls in any minute. */
function busiest(times: readonly number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => from <= at && at < from + MINUTE).length),
  );
}

test(
  '200 calendars: never over the limit, hardly under it, and an interrupted run goes on',
  async () => {
    const world = await openSample({
      addresses,
      profile: 'strict',
      limits: { getsPerHour: null, writesPerMinute: LIMIT, writesPerHour: null },
    });
    const sample = { addresses };
    const controller = new AbortController();
    const first = await apply(
      world,
      sample,
      {
        signal: controller.signal,
        onProgress: ({ progress }) => {
          if (progress.done >= 250) controller.abort();
        },
      },
      HORIZON,
    );
    expect(first.ending).toEqual({ type: 'interrupted' });
    const second = await apply(world, sample, {}, HORIZON);
    expect(isSuccess(second)).toBe(true);
    const calls = sent(world);
    const refused = calls.filter(({ status }) => status === 400);
    // Those that were on their way when the first was refused its two dates.
    expect(refused.length).toBeLessThanOrEqual(PARALLEL);
    const accepted = calls.filter(({ status }) => status === 201).length;
    expect(accepted).toBeGreaterThanOrEqual(2 * CALENDARS);
    // Those that were on their way when the run was interrupted are sent again.
    expect(accepted).toBeLessThanOrEqual(2 * CALENDARS + PARALLEL);
    expect(calls.filter(({ status }) => status === 429)).toHaveLength(0);
    const times = calls.map(({ at }) => at);
    expect(busiest(times)).toBeLessThanOrEqual(LIMIT);
    const elapsed = (times.at(-1) ?? 0) - (times[0] ?? 0);
    const atTheLimit = (Math.ceil(calls.length / LIMIT) - 1) * MINUTE;
    expect(atTheLimit / elapsed).toBeGreaterThanOrEqual(0.95);
    expect(await starts(world, '2026-10-06', '1199')).toContain('09:00');
    await world.close();
  },
  TEN_MINUTES_MS,
);
