import { expect, test } from 'vitest';
import { describeReport, isSuccess, type ProgressEvent } from '../../src/index.js';
import { recordOn } from './processes.js';
import { apply, openSample, results, sent, starts, writes } from './sample.js';
import { documentOf, planned, syncOf } from './sync.js';
import type { World } from './world.js';

const ADDRESS = { facilityId: '11', doctorId: '22', addressId: '31' };
const LUNCH = ['lunch', '2026-10-06T10:00', '2026-10-06T10:30'] as const;
const DATE = '2026-10-07';
const ALL_DAY = '09:00 09:30 10:00 10:30 11:00 11:30';

/** Reads that the sandbox has had, but those of tests. */
function reads(world: World): number {
  const log = world.sandbox.requestLog();
  return log.filter(({ method }) => method === 'GET').length;
}

async function readsOf(world: World, work: () => Promise<unknown>): Promise<number> {
  const before = reads(world);
  await work();
  return reads(world) - before;
}

test('a day that somebody emptied is sent again, and apply says so only after it has looked', async () => {
  const world = await openSample();
  await apply(world, {});
  const { client } = await world.start();
  (await client.deleteSlots(ADDRESS, DATE))._unsafeUnwrap();
  expect(await starts(world, DATE)).toBe('');

  const blind = await apply(world, {}, { refresh: 'none' });
  expect(blind.calendars[0]?.outcome).toBe('unchecked');
  expect(describeReport(blind, [])[0]).toContain('nothing to send, not looked at');
  expect(await starts(world, DATE)).toBe('');

  const report = await apply(world, {});
  expect(isSuccess(report)).toBe(true);
  expect(report.calendars[0]?.outcome).toBe('done');
  expect(await starts(world, DATE)).toBe(ALL_DAY);
  expect(writes(world).slice(2)).toEqual(['PUT slots']);
  expect(sent(world).at(-1)?.body).toMatchObject({ slots: { length: 3 } });
  await world.close();
});

test('a plan says which dates nothing explains', async () => {
  const world = await openSample();
  await apply(world, {});
  const running = await world.start();
  (await running.client.deleteSlots(ADDRESS, DATE))._unsafeUnwrap();
  const made = await planned(running, results({}), world.ports);
  expect(made?.seen).toMatchObject([{ calendar: 'calendar-31', unexplained: [DATE] }]);
  expect(made?.plan.calendars[0]?.steps).toMatchObject([{ dates: [DATE] }]);
  await world.close();
});

test('a break of ours that somebody deleted comes back', async () => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  const { client } = await world.start();
  const [ours] = await world.look.breaks(ADDRESS);
  (await client.deleteBreak(ADDRESS, ours?.id ?? ''))._unsafeUnwrap();
  expect(isSuccess(await apply(world, { breaks: [LUNCH] }))).toBe(true);
  const breaks = await world.look.breaks(ADDRESS);
  expect(breaks).toHaveLength(1);
  const known = recordOn(world.disk, ADDRESS).published.breaks.map(({ id }) => id);
  expect(known).toEqual(breaks.map(({ id }) => id));
  await world.close();
});

test('a break of ours that somebody moved is moved back', async () => {
  const world = await openSample();
  await apply(world, { breaks: [LUNCH] });
  const { client } = await world.start();
  const [ours] = await world.look.breaks(ADDRESS);
  const range = { since: '2026-10-06T09:00:00+02:00', till: '2026-10-06T09:30:00+02:00' };
  (await client.moveBreak(ADDRESS, ours?.id ?? '', range))._unsafeUnwrap();
  expect(isSuccess(await apply(world, { breaks: [LUNCH] }))).toBe(true);
  expect(await starts(world, '2026-10-06')).toBe('09:00 09:30 10:30 11:00 11:30');
  await world.close();
});

test('three reads a calendar where nothing changed, at most six where something did', async () => {
  const world = await openSample();
  expect(await readsOf(world, () => apply(world, {}))).toBeLessThanOrEqual(6);
  expect(await readsOf(world, () => apply(world, {}))).toBe(3);
  const changed = { dates: { [DATE]: '10:00-11:00' } };
  expect(await readsOf(world, () => apply(world, changed))).toBeLessThanOrEqual(6);
  const withBreak = { ...changed, breaks: [LUNCH] };
  expect(await readsOf(world, () => apply(world, withBreak))).toBeLessThanOrEqual(6);
  const { client } = await world.start();
  (await client.deleteSlots(ADDRESS, DATE))._unsafeUnwrap();
  expect(await readsOf(world, () => apply(world, withBreak))).toBeLessThanOrEqual(6);
  // The break goes after the date that opens its time: that takes a read of its own.
  expect(await readsOf(world, () => apply(world, {}))).toBeLessThanOrEqual(6);
  await world.close();
});

test('a booking that the document does not know is no failure: the report says to pull', async () => {
  const world = await openSample();
  await apply(world, {});
  world.sandbox.control.bookAsPatient({
    addressId: '31',
    addressServiceId: '310',
    start: `${DATE}T09:30:00+02:00`,
    duration: 30,
  });
  const before = reads(world);
  const report = await apply(world, { dates: { '2026-10-08': '09:00-10:00' } });
  expect(isSuccess(report)).toBe(true);
  expect(describeReport(report, [])[1]).toContain('run pull');
  expect(reads(world) - before).toBeLessThanOrEqual(6);
  expect(await starts(world, DATE)).toBe('09:00 10:00 10:30 11:00 11:30');
  await world.close();
});

test('what cannot be read is in the report as failed, and others go on', async () => {
  const addresses = ['31', '32'];
  const world = await openSample({ addresses });
  world.sandbox.control.injectFault({
    method: 'GET',
    path: '*/31/slots*',
    outcome: { type: 'status', status: 403, body: '{"message":"No"}' },
  });
  const report = await apply(world, { addresses });
  expect(report.calendars.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  expect(report.calendars[0]?.problems).toMatchObject([{ type: 'read-failed' }]);
  expect(writes(world)).toEqual(['PUT slots']);
  await world.close();
});

test('refused credentials end planning', async () => {
  const world = await openSample();
  const running = await world.start();
  world.sandbox.control.injectFault({
    path: '*/slots*',
    count: 2,
    outcome: { type: 'status', status: 401, body: '{"message":"Invalid credentials."}' },
  });
  const { plan } = syncOf(running, world.ports);
  const document = documentOf(results({}), world.ports.clock.now());
  const made = await plan(document, document);
  expect(made._unsafeUnwrapErr()).toMatchObject({
    type: 'call-failed',
    error: { type: 'unauthorized' },
  });
  await world.close();
});

test('a server that refused several dates for one calendar is not asked again for another', async () => {
  const addresses = ['31', '32'];
  const world = await openSample({ profile: 'strict', addresses });
  await apply(world, { addresses: ['31'] });
  const running = await world.start();
  const made = await planned(running, results({ addresses }), world.ports);
  expect(made?.plan.totals.writes).toBe(5);
  expect(made?.mostWrites).toBe(5);
  await world.close();
});

test('a plan says how many calls it is if several dates are refused', async () => {
  const world = await openSample({ profile: 'strict' });
  const made = await planned(await world.start(), results({ breaks: [LUNCH] }), world.ports);
  expect(made?.plan.totals.writes).toBe(2);
  expect(made?.mostWrites).toBe(1 + 1 + 5);
  await world.close();
});

test('the report counts the requests that were sent', async () => {
  const world = await openSample({
    profile: 'strict',
    limits: { getsPerHour: null, writesPerMinute: 3, writesPerHour: null },
  });
  const controller = new AbortController();
  const report = await apply(
    world,
    {},
    {
      signal: controller.signal,
      onProgress: (event) => {
        if (event.type === 'step-finished' && event.progress.done === 2) {
          setImmediate(() => controller.abort());
        }
      },
    },
  );
  expect(report.ending).toEqual({ type: 'interrupted' });
  expect(report.calendars[0]?.calls.writes).toBe(sent(world).length);
  await world.close();
});

test('progress says what is waited for, until when, and how long it takes at least', async () => {
  const addresses = Array.from({ length: 50 }, (_, index) => String(100 + index));
  const world = await openSample({ addresses, profile: 'lenient' });
  const events: ProgressEvent[] = [];
  const onProgress = (event: ProgressEvent): void => void events.push(event);
  const report = await apply(world, { addresses }, { onProgress, refresh: 'none' });
  expect(isSuccess(report)).toBe(true);
  const waiting = events.flatMap((event) => (event.type === 'waiting' ? [event] : []));
  const [first] = waiting.filter(({ reason }) => reason === 'rate-limit');
  expect(first?.progress.total).toBe(50);
  const began = Date.parse('2026-10-04T08:00:00Z');
  expect((first?.until ?? 0) - began).toBeGreaterThanOrEqual(60_000);
  const started = events.find(({ type }) => type === 'step-started');
  expect(started?.progress.leftMs).toBeGreaterThanOrEqual(60_000);
  await world.close();
});
