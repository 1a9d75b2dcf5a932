import { NOTHING_PUBLISHED, syncPlan } from '@slotwright/engine';
import { expect, test } from 'vitest';
import { applyPlan, isSuccess, type State } from '../../src/index.js';
import type { Fault } from './faults.js';
import { apply, openSample, results, sent, starts, writes } from './sample.js';
import { applyUntilSuccess } from './sync.js';

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

test('a break that the state has lost is adopted, and is ours again', async () => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  const state: State = JSON.parse(world.disk.text);
  const kept = Object.values(state.calendars)[0]?.published.breaks;
  const { client, store } = await world.start();
  world.disk.text = JSON.stringify({ ...state, calendars: {} });
  // Planned without reading breaks back: the POST meets the break that is there.
  const plans = results({ breaks: [LUNCH] }).map((result) =>
    syncPlan(result, NOTHING_PUBLISHED, undefined, { type: 'one-request' }),
  );
  const report = await applyPlan(client, plans, {
    store,
    basedOn: state,
    enable: 'refuse',
    ports: world.ports,
  });
  expect(report.map(isSuccess)._unsafeUnwrap()).toBe(true);
  const now: State = JSON.parse(world.disk.text);
  expect(Object.values(now.calendars)[0]?.published.breaks).toEqual(kept);
  await world.close();
});

test('a break that is gone is created anew where it was to be moved, and counts as deleted', async () => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  const plannedMove = results({ breaks: [LATER] });
  const { client, store } = await world.start();
  const state: State = JSON.parse(world.disk.text);
  const record = Object.values(state.calendars)[0];
  const [gone] = record?.published.breaks ?? [];
  const plans = plannedMove.map((result) =>
    syncPlan(result, record?.published ?? NOTHING_PUBLISHED, undefined, {
      type: 'one-request',
    }),
  );
  await client.deleteBreak(ADDRESS, gone?.id ?? '');
  const options = { store, basedOn: state, enable: 'refuse', ports: world.ports } as const;
  const report = await applyPlan(client, plans, options);
  expect(report.map(isSuccess)._unsafeUnwrap()).toBe(true);
  expect(writes(world, 3)).toEqual(['PATCH breaks', 'POST breaks']);
  const [created] = await world.look.breaks(ADDRESS);
  await client.deleteBreak(ADDRESS, created?.id ?? '');
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
