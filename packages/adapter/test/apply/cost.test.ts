import { expect, test } from 'vitest';
import { isSuccess } from '../../src/index.js';
import { apply, openSample, sent, starts, writes } from './sample.js';

const TWELVE_WEEKS = { now: '2026-10-04T08:00:00Z', from: '2026-10-05', through: '2026-12-26' };
const LUNCH = ['lunch', '2026-10-06T10:00', '2026-10-06T10:30'] as const;

test('a first sync of twelve weeks is one PUT and one POST a break; unchanged, nothing is sent', async () => {
  const world = await openSample();
  const sample = { breaks: [LUNCH] };
  expect(isSuccess(await apply(world, sample, {}, TWELVE_WEEKS))).toBe(true);
  expect(writes(world)).toEqual(['POST breaks', 'PUT slots']);
  const again = await apply(world, sample, {}, TWELVE_WEEKS);
  expect(again.calendars[0]).toMatchObject({ outcome: 'done', calls: { reads: 3, writes: 0 } });
  expect(writes(world, 2)).toEqual([]);
  await world.close();
});

test.each(['strict', 'lenient'] as const)('one changed date is one call (%s)', async (profile) => {
  const world = await openSample({ profile });
  await apply(world, {});
  const before = sent(world).length;
  const report = await apply(world, { dates: { '2026-10-07': '10:00-11:00' } });
  expect(isSuccess(report)).toBe(true);
  expect(writes(world, before)).toEqual(['PUT slots']);
  expect(await starts(world, '2026-10-07')).toBe('10:00 10:30');
  expect(await starts(world, '2026-10-08')).toBe('09:00 09:30 10:00 10:30 11:00 11:30');
  await world.close();
});

test('a server that refuses several dates is told so once, then one date at a time', async () => {
  const world = await openSample({ profile: 'strict' });
  expect(isSuccess(await apply(world, {}))).toBe(true);
  expect(sent(world).map(({ status }) => status)).toEqual([400, 201, 201, 201, 201, 201]);
  expect(isSuccess(await apply(world, { hours: '09:00-11:00' }))).toBe(true);
  expect(sent(world, 6).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  await world.close();
});

test('a moved break is one call, and so is a deleted one', async () => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  await apply(world, { breaks: [['lunch', '2026-10-06T11:00', '2026-10-06T11:30']] });
  expect(writes(world, 2)).toEqual(['PATCH breaks']);
  await apply(world, {});
  expect(writes(world, 3)).toEqual(['DELETE breaks']);
  expect(await starts(world, '2026-10-06')).toBe('09:00 09:30 10:00 10:30 11:00 11:30');
  await world.close();
});
