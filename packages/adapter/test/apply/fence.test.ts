import { addressKey } from '@slotwright/engine';
import { expect, test } from 'vitest';
import { isSuccess } from '../../src/index.js';
import { apply, openSample, results, sent, starts } from './sample.js';
import { planned, syncOf } from './sync.js';

const ADDRESS = { facilityId: '11', doctorId: '22', addressId: '31' };
const BREAKS = [1, 2, 3].map(
  (day) => [`b${day}`, `2026-10-0${day + 4}T10:00`, `2026-10-0${day + 4}T10:30`] as const,
);

test('a worker that slept while another took its calendar sends nothing more', async () => {
  const limits = { getsPerHour: null, writesPerMinute: 2, writesPerHour: null };
  const world = await openSample({ limits });
  const sleeper = await world.start();
  const made = await planned(sleeper, results({ breaks: BREAKS }), world.ports);
  if (made === undefined) throw new Error('no plan');
  let taken: Promise<unknown> | undefined;
  const report = await syncOf(sleeper, world.ports).apply(made, {
    limits: { read: [], write: [{ calls: 2, perMs: 60_000 }] },
    onProgress: ({ type }) => {
      if (type !== 'waiting' || taken !== undefined) return;
      // It has recorded what it is about to send, and waits for its turn.
      world.disk.holders.delete(addressKey(ADDRESS));
      taken = apply(world, { hours: '11:00-12:00' }).then((done) =>
        expect(isSuccess(done)).toBe(true),
      );
    },
  });
  const sentBySleeper = report._unsafeUnwrap().calendars[0]?.calls.writes;
  await taken;
  expect(report._unsafeUnwrap().calendars[0]).toMatchObject({
    outcome: 'failed',
    problems: [{ type: 'state-failed', error: { type: 'lost-lock' } }],
  });
  expect(sentBySleeper).toBeLessThan(made.plan.totals.writes);
  // What the other one has published stands, and only its breaks are there.
  expect(await starts(world, '2026-10-05')).toBe('11:00 11:30');
  expect(await world.look.breaks(ADDRESS)).toEqual([]);
  const before = sent(world).length;
  expect(isSuccess(await apply(world, { hours: '11:00-12:00' }))).toBe(true);
  expect(sent(world)).toHaveLength(before);
  await world.close();
});

test('a calendar that another process works on is left to it, and the others are done', async () => {
  const addresses = ['31', '32'];
  const world = await openSample({ addresses });
  const other = await world.start();
  const signal = new AbortController().signal;
  const lock = (await other.store.lock(ADDRESS, { signal }))._unsafeUnwrap();
  const report = await apply(world, { addresses });
  expect(report.calendars).toMatchObject([
    { outcome: 'failed', problems: [{ type: 'state-failed', error: { type: 'locked-state' } }] },
    { outcome: 'done' },
  ]);
  await lock.release();
  expect(isSuccess(await apply(world, { addresses }))).toBe(true);
  await world.close();
});

test('a settled calendar costs no call, no lock and no save without refresh', async () => {
  const world = await openSample();
  await apply(world, {});
  const before = world.sandbox.requestLog().length;
  const kept = new Map(world.disk.texts);
  const locked = await (await world.start()).store.lock(ADDRESS, {
    signal: new AbortController().signal,
  });
  expect(locked.isOk()).toBe(true);
  const report = await apply(world, {}, { refresh: 'none' });
  expect(report.calendars).toMatchObject([{ outcome: 'unchecked' }]);
  expect(world.sandbox.requestLog()).toHaveLength(before);
  expect(world.disk.texts).toEqual(kept);
  await world.close();
});
