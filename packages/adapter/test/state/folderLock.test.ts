import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { describeStateError } from '../../src/index.js';
import { type FolderLock, type LockTimes, lockFolder } from '../../src/state/folder/folderLock.js';
import { ownIdentity } from '../../src/state/folder/processIdentity.js';

const LEASE = 60_000;
const { signal } = new AbortController();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slotwright-'));
});

/** Time that passes only while somebody sleeps; what happens meanwhile is done in between. */
function times(during: (passed: number) => Promise<void> = async () => undefined) {
  let now = 0;
  const renewals = new Set<() => void>();
  const ports: LockTimes = {
    leaseMs: LEASE,
    breakLocks: false,
    monotonic: () => now,
    wallClock: () => Date.now(),
    sleep: async (ms) => {
      now += ms;
      await during(now);
    },
    every: (_, work) => {
      renewals.add(work);
      return () => renewals.delete(work);
    },
  };
  return { ...ports, pass: (ms: number) => (now += ms) };
}

const lock = async (how: LockTimes = times()): Promise<FolderLock> =>
  (await lockFolder(folder, how, { signal }))._unsafeUnwrap();
const refusal = async (how: LockTimes = times()) =>
  (await lockFolder(folder, how, { signal }))._unsafeUnwrapErr();

/** A lock as some other process would have made it. */
async function foreign(change: object, since = new Date(), number = 5): Promise<string> {
  const path = join(folder, `lock.${number}`);
  const process = { ...ownIdentity(), ...change };
  await writeFile(path, JSON.stringify({ process, since: '2026-10-01T00:00:00.000Z' }));
  await utimes(path, since, since);
  return path;
}

test('keeps others out until it is released, and its number is never used again', async () => {
  const first = await lock();
  expect(describeStateError(await refusal())).toContain(
    `process ${process.pid} on ${hostname()}, since `,
  );
  await first.release();
  const second = await lock();
  // A lock that was released is nobody's, so releasing it once more takes nobody's away.
  await first.release();
  expect((await refusal()).type).toBe('locked-state');
  expect((await first.hold(0))._unsafeUnwrapErr().type).toBe('lost-lock');
  expect((await second.hold(0)).isOk()).toBe(true);
  expect(await readdir(folder)).toEqual(['lock.2']);
});

test('of eight who want it at once one has it', async () => {
  const results = await Promise.all(
    Array.from({ length: 8 }, () => lockFolder(folder, times(), { signal })),
  );
  expect(results.filter((result) => result.isOk())).toHaveLength(1);
});

test('that of a process that is gone is taken at once, by one', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await foreign({ pid, started: '1' });
  const results = await Promise.all(
    Array.from({ length: 8 }, () => lockFolder(folder, times(), { signal })),
  );
  expect(results.filter((result) => result.isOk())).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['lock.6']);
});

test('that of a process whose pid is another process now is taken at once', async () => {
  await foreign({ started: '1' });
  await (await lock()).release();
});

test('a number that was tidied up long ago does not come back', async () => {
  const held = await lock();
  await held.release();
  await writeFile(join(folder, 'lock.9'), '');
  expect((await held.hold(0)).isErr()).toBe(true);
  const next = await lock();
  expect(await readdir(folder)).toEqual(['lock.10']);
  await next.release();
});

describe('that of a process which cannot be seen', () => {
  const others = [
    ['on another machine', { host: 'elsewhere' }],
    ['of another boot', { boot: 'another' }],
    ['of another container', { pidNamespace: 'pid:[1]' }],
  ] as const;

  test.each(others)(
    '%s is taken once it was watched for a lease and not renewed',
    async (_, who) => {
      await foreign(who);
      let waited = 0;
      const how = times(async (passed) => {
        waited = passed;
      });
      const told: number[] = [];
      const taken = await lockFolder(folder, how, { signal, onWait: (ms) => told.push(ms) });
      expect(waited).toBeGreaterThan(LEASE);
      expect(waited).toBeLessThan(LEASE * 1.1);
      expect(told).toEqual([LEASE]);
      await taken._unsafeUnwrap().release();
    },
  );

  test.each(others)('%s stays where it is renewed meanwhile', async (_, who) => {
    const path = await foreign(who);
    const how = times(async (passed) => {
      if (passed > LEASE / 2) await utimes(path, new Date(), new Date(Date.now() + passed));
    });
    expect((await refusal(how)).type).toBe('locked-state');
  });

  test('and that cannot be read is watched, too', async () => {
    await writeFile(join(folder, 'lock.1'), '{');
    await (await lock()).release();
  });

  test('is given up when the signal is aborted', async () => {
    await foreign({ host: 'elsewhere' });
    const controller = new AbortController();
    const how = times(async () => controller.abort());
    const result = await lockFolder(folder, how, { signal: controller.signal });
    expect(result._unsafeUnwrapErr().type).toBe('locked-state');
  });
});

describe('that of a process which runs and has not renewed it', () => {
  test.each([
    ['for long', -2 * LEASE],
    ['since a time to come, as the clock was set back', 86_400_000],
  ])('%s is watched, and taken', async (_, ago) => {
    await foreign({}, new Date(Date.now() + ago));
    let waited = 0;
    const taken = await lock(
      times(async (passed) => {
        waited = passed;
      }),
    );
    expect(waited).toBeGreaterThan(LEASE);
    await taken.release();
  });

  test('and does so just before it is followed has it for a lease more, and knows that it is lost', async () => {
    const sleeper = await lock();
    const [name = ''] = await readdir(folder);
    const path = join(folder, name);
    const longAgo = new Date(Date.now() - 2 * LEASE);
    await utimes(path, longAgo, longAgo);
    let isFollowed = false;
    const waits: number[] = [];
    const how = times(async (passed) => {
      waits.push(passed);
    });
    const taker: LockTimes = {
      ...how,
      monotonic: () => {
        // Once it is about to be followed, the sleeper wakes up and holds it.
        if (how.monotonic() > LEASE && !isFollowed) {
          isFollowed = true;
          void sleeper.hold(0);
        }
        return how.monotonic();
      },
    };
    const taken = await lock(taker);
    expect(waits.at(-1)).toBeGreaterThan(LEASE);
    expect((await sleeper.hold(0))._unsafeUnwrapErr().type).toBe('lost-lock');
    expect((await taken.hold(0)).isOk()).toBe(true);
    await taken.release();
  });
});

test('it is not held for longer than it lasts', async () => {
  const held = await lock();
  expect((await held.hold(LEASE - 1)).isOk()).toBe(true);
  expect((await held.hold(LEASE)).isErr()).toBe(true);
});

test('people can break it', async () => {
  const held = await lock();
  const broken = await lock({ ...times(), breakLocks: true });
  expect((await held.hold(0))._unsafeUnwrapErr().type).toBe('lost-lock');
  expect((await broken.hold(0)).isOk()).toBe(true);
});

test('where there is no folder there is no lock', async () => {
  folder = join(folder, 'none');
  expect(await refusal()).toMatchObject({ type: 'unusable-state', code: 'ENOENT', doing: 'lock' });
});

test('it says whose it is, and nothing more', async () => {
  await lock();
  const text = JSON.parse(await readFile(join(folder, 'lock.1'), 'utf8'));
  expect(Object.keys(text).sort()).toEqual(['process', 'since']);
  expect(Object.keys(text.process)).toEqual(expect.arrayContaining(['boot', 'host', 'pid']));
});
