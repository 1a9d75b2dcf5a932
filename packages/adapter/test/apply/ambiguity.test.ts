import { expect, test } from 'vitest';
import { isSuccess } from '../../src/index.js';
import type { Fault } from './faults.js';
import { recordOn } from './processes.js';
import { apply, openSample, results, sent, starts, writes } from './sample.js';
import { applyUntilSuccess, planned, syncOf } from './sync.js';

const LUNCH = ['lunch', '2026-10-06T10:00', '2026-10-06T10:30'] as const;
const LATER = ['lunch', '2026-10-06T11:00', '2026-10-06T11:30'] as const;
const ADDRESS = { facilityId: '11', doctorId: '22', addressId: '31' };
const drop = (method: string, when: 'before' | 'after') =>
  ({ method, path: '*/breaks*', when, outcome: { type: 'drop' } }) as const;

test('a POST whose answer was lost is found, not repeated', async () => {
  const world = await openSample();
  world.sandbox.control.injectFault(drop('POST', 'after'));
  expect(isSuccess(await apply(world, { breaks: [LUNCH] }))).toBe(true);
  expect(writes(world)).toEqual(['POST breaks', 'PUT slots']);
  expect(await world.look.breaks(ADDRESS)).toHaveLength(1);
  await world.close();
});

test('a POST that never arrived is looked up and repeated', async () => {
  const world = await openSample();
  world.sandbox.control.injectFault(drop('POST', 'before'));
  expect(isSuccess(await apply(world, { breaks: [LUNCH] }))).toBe(true);
  expect(sent(world).map(({ status }) => status)).toEqual([null, 201, 201]);
  await world.close();
});

test.each([
  ['PATCH', [LATER]],
  ['DELETE', []],
] as const)('a %s whose answer was lost is found', async (method, breaks) => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  world.sandbox.control.injectFault({ ...drop(method, 'after'), count: 1 });
  expect(isSuccess(await apply(world, { breaks }))).toBe(true);
  expect(await world.look.breaks(ADDRESS)).toHaveLength(breaks.length);
  await world.close();
});

test('a break that the doctor has entered takes the place of ours, and is never ours', async () => {
  for (const refresh of ['read', 'none'] as const) {
    const world = await openSample();
    const since = '2026-10-06T10:00:00+02:00';
    const theirs = { addressId: '31', since, till: '2026-10-06T10:30:00+02:00' };
    world.sandbox.control.addBreakAsDoctor({ ...theirs, description: 'lunch' });
    expect(isSuccess(await apply(world, { breaks: [LUNCH] }, { refresh }))).toBe(true);
    expect(recordOn(world.disk, ADDRESS).published.breaks).toEqual([]);
    expect(isSuccess(await apply(world, {}, { refresh }))).toBe(true);
    expect(await world.look.breaks(ADDRESS)).toHaveLength(1);
    await world.close();
  }
});

test('a break that exists at the second try is what the first one made', async () => {
  const world = await openSample();
  world.sandbox.control.injectFault({ ...drop('POST', 'after'), count: 1 });
  // The look-up does not show it yet.
  const list = '{"_items":[]}';
  world.sandbox.control.injectFault({
    method: 'GET',
    path: '*/breaks*',
    count: 1,
    outcome: { type: 'status', status: 200, body: list },
  });
  expect(isSuccess(await apply(world, { breaks: [LUNCH] }, { refresh: 'none' }))).toBe(true);
  expect(sent(world).map(({ status }) => status)).toEqual([null, 409, 201]);
  expect(recordOn(world.disk, ADDRESS).published.breaks).toHaveLength(1);
  await world.close();
});

test('a break that is gone is created anew where it was to be moved, and counts as deleted', async () => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  const running = await world.start();
  const made = await planned(running, results({ breaks: [LATER] }), world.ports);
  if (made === undefined) throw new Error('no plan');
  const [ours] = await world.look.breaks(ADDRESS);
  await running.client.deleteBreak(ADDRESS, ours?.id ?? '');
  const report = await syncOf(running, world.ports).apply(made);
  expect(report.map(isSuccess)._unsafeUnwrap()).toBe(true);
  expect(writes(world, 3)).toEqual(['PATCH breaks', 'POST breaks']);
  const [created] = await world.look.breaks(ADDRESS);
  await running.client.deleteBreak(ADDRESS, created?.id ?? '');
  expect(isSuccess(await apply(world, {}))).toBe(true);
  await world.close();
});

test('a schedule that is put back while a PUT is in doubt is sent, though it is what was known', async () => {
  const world = await openSample();
  await apply(world, {});
  const path = '*/slots';
  world.sandbox.control.injectFault({
    method: 'PUT',
    path,
    count: 4,
    when: 'after',
    outcome: { type: 'drop' },
  });
  const report = await apply(world, { dates: { '2026-10-06': '15:00-16:00' } });
  expect(report.calendars[0]?.outcome).toBe('failed');
  expect(await starts(world, '2026-10-06')).toBe('15:00 15:30');
  expect(isSuccess(await apply(world, {}))).toBe(true);
  expect(await starts(world, '2026-10-06')).toBe('09:00 09:30 10:00 10:30 11:00 11:30');
  await world.close();
});

const kill = (at: number): readonly Fault[] => [
  ...Array.from({ length: at }, (): Fault => ({ type: 'none' })),
  { type: 'kill', when: 'after' },
];

test('a process killed after any request leaves nothing that the next does not finish', async () => {
  for (let at = 0; at < 14; at += 1) {
    const world = await openSample({ faults: kill(at), profile: 'strict' });
    await applyUntilSuccess(world, results({ breaks: [LUNCH] }));
    expect(await world.look.breaks(ADDRESS)).toHaveLength(1);
    expect(await starts(world, '2026-10-06')).toBe('09:00 09:30 10:30 11:00 11:30');
    const puts = writes(world).filter((write) => write === 'PUT slots');
    // One refused for its several dates, five dates, and at most one that is sent twice.
    expect(puts.length).toBeLessThanOrEqual(8);
    await world.close();
  }
});
