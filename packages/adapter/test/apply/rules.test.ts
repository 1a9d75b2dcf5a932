import { expect, test } from 'vitest';
import { describeReport, isSuccess, type ProgressEvent } from '../../src/index.js';
import { recordOn } from './processes.js';
import { apply, openSample, results, sent, starts, writes } from './sample.js';
import { applyUntilSuccess, planned, syncOf } from './sync.js';

const TOO_LATE = 'End date should be less than or equal to 15.05.2021, 11:45.';

const ADDRESS = { facilityId: '11', doctorId: '22', addressId: '31' };
const LUNCH = ['lunch', '2026-10-06T10:00', '2026-10-06T12:00'] as const;

test('a disabled calendar is refused, or enabled where that is allowed', async () => {
  const world = await openSample();
  const { client } = await world.start();
  await client.disableCalendar({ facilityId: '11', doctorId: '22', addressId: '31' });
  const refused = await apply(world, {});
  expect(describeReport(refused, [])).toEqual([
    'calendar-31: failed, 1 step left (0 write calls, 4 reads)',
    '  the calendar is disabled, so patients see nothing; apply --enable enables it.',
  ]);
  expect(isSuccess(await apply(world, {}, { enable: 'enable' }))).toBe(true);
  expect(writes(world, 1)).toEqual(['POST calendar', 'PUT slots']);
  await world.close();
});

test('a service that the address does not offer is named, and nothing is sent', async () => {
  const world = await openSample({
    change: (seed) => JSON.parse(JSON.stringify(seed).replace('"310"', '"999"')),
  });
  const report = await apply(world, { breaks: [LUNCH] });
  expect(report.calendars[0]?.problems).toEqual([{ type: 'unknown-services', ids: ['310'] }]);
  expect(writes(world)).toEqual([]);
  await world.close();
});

test('what is refused ends its own calendar only, and says which period it is about', async () => {
  const addresses = ['31', '32'];
  const world = await openSample({ addresses });
  world.sandbox.control.injectFault({
    method: 'PUT',
    path: '*/31/slots',
    outcome: {
      type: 'status',
      status: 400,
      body: `{"errors":{"slots[1].end":["${TOO_LATE}"]},"message":"Invalid arguments"}`,
    },
  });
  const report = await apply(world, { addresses });
  expect(report.calendars.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  expect(describeReport(report, [])[1]).toContain(
    'replace the slots of 5 dates from 2026-10-05 through 2026-10-09',
  );
  expect(describeReport(report, [])[1]).toContain(
    `slots[1].end (2026-10-05 09:00-12:00): ${TOO_LATE}`,
  );
  expect(isSuccess(await apply(world, { addresses }))).toBe(true);
  await world.close();
});

test('a refusal leaves the dates as known as they were', async () => {
  const world = await openSample();
  await apply(world, {});
  const published = () => recordOn(world.disk, ADDRESS);
  const before = published();
  const outcome = { type: 'status', status: 422, body: '{"message":"No"}' } as const;
  world.sandbox.control.injectFault({ method: 'PUT', outcome });
  await apply(world, { dates: { '2026-10-07': '' } });
  expect(published()).toMatchObject({ published: before.published });
  expect(published().pending).toBeUndefined();
  await world.close();
});

test('refused credentials end everything', async () => {
  const addresses = ['31', '32', '33'];
  const world = await openSample({ addresses });
  world.sandbox.control.injectFault({
    path: '*/calendar',
    count: 2,
    outcome: { type: 'status', status: 401, body: '{"message":"Invalid credentials."}' },
  });
  const report = await apply(world, { addresses }, { parallel: 1, refresh: 'none' });
  expect(report.ending).toEqual({ type: 'unauthorized', message: 'Invalid credentials.' });
  expect(report.calendars.map(({ outcome }) => outcome)).toEqual(['left', 'left', 'left']);
  expect(writes(world)).toEqual([]);
  await world.close();
});

test('so many write calls as are allowed, then the next run goes on', async () => {
  const world = await openSample({ profile: 'strict' });
  const report = await apply(world, {}, { maxWrites: 3 });
  expect(report.ending).toEqual({ type: 'max-writes' });
  expect(report.calendars[0]).toMatchObject({ outcome: 'left', stepsLeft: 3 });
  expect(writes(world)).toHaveLength(3);
  expect(isSuccess(await apply(world, {}))).toBe(true);
  expect(writes(world)).toHaveLength(6);
  await world.close();
});

test('an aborted run stops between two calls, and the next goes on', async () => {
  const world = await openSample({ profile: 'strict' });
  const controller = new AbortController();
  const events: ProgressEvent[] = [];
  const report = await apply(
    world,
    {},
    {
      signal: controller.signal,
      onProgress: (event) => {
        events.push(event);
        if (event.type === 'step-finished' && event.progress.done === 2) controller.abort();
      },
    },
  );
  expect(report.ending).toEqual({ type: 'interrupted' });
  expect(report.calendars[0]).toMatchObject({ outcome: 'left', stepsLeft: 3 });
  expect(events.at(-1)?.progress).toMatchObject({ done: 2, total: 5 });
  const before = writes(world).length;
  expect(isSuccess(await apply(world, {}))).toBe(true);
  expect(writes(world, before)).toHaveLength(3);
  await world.close();
});

test('a rate limit longer than allowed stops the run', async () => {
  const world = await openSample({
    profile: 'strict',
    limits: { getsPerHour: null, writesPerMinute: null, writesPerHour: 3 },
  });
  const report = await apply(world, {}, { maxWaitMs: 60_000 });
  expect(report.ending.type).toBe('needs-longer');
  expect(describeReport(report, []).at(-1)).toContain('Stopped: needs longer than it may wait');
  const done = await applyUntilSuccess(world, results({}), { maxWaitMs: 3_600_000 });
  expect(isSuccess(done)).toBe(true);
  await world.close();
});

test('a plan is stale once its calendar was worked on, and two plans of one address are refused', async () => {
  const addresses = ['31', '32'];
  const world = await openSample({ addresses });
  const running = await world.start();
  const made = await planned(running, results({ addresses }), world.ports);
  await apply(world, {});
  if (made === undefined) throw new Error('no plan');
  const sync = syncOf(running, world.ports);
  const writesBefore = sent(world).length;
  const { calendars } = (await sync.apply(made))._unsafeUnwrap();
  // The other calendar is none of it.
  expect(calendars).toMatchObject([
    { outcome: 'failed', problems: [{ type: 'stale-plan' }] },
    { outcome: 'done' },
  ]);
  expect(
    sent(world)
      .slice(writesBefore)
      .every(({ path }) => path.includes('/32/')),
  ).toBe(true);
  const { plan } = made;
  const twice = { ...made, plan: { ...plan, calendars: [...plan.calendars, ...plan.calendars] } };
  expect((await sync.apply(twice))._unsafeUnwrapErr()).toMatchObject({ type: 'repeated-calendar' });
  await world.close();
});

test('a break goes only when the PUT before it is certain to have been processed', async () => {
  const world = await openSample({ behaviour: { processingDelayMs: 5_000 } });
  const open = Date.parse('2026-10-04T08:00:00Z');
  await apply(world, { breaks: [LUNCH] });
  // Patients see 09:00 to 10:00 before and after: no read can tell.
  const report = await apply(world, { dates: { '2026-10-06': '09:00-10:00' } });
  expect(isSuccess(report)).toBe(true);
  const [put, gone] = sent(world, 2);
  expect([put?.method, gone?.method]).toEqual(['PUT', 'DELETE']);
  expect((gone?.at ?? 0) - (put?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
  // Here they see more of the date afterwards: it is enough to have seen it.
  await apply(world, { breaks: [LUNCH] });
  const before = sent(world).length;
  await apply(world, { dates: { '2026-10-06': '08:00-10:00' } });
  const [second, last] = sent(world, before);
  expect([second?.method, last?.method]).toEqual(['PUT', 'DELETE']);
  expect((last?.at ?? 0) - (second?.at ?? 0)).toBeLessThan(10_000);
  expect(world.ports.clock.now()).toBeGreaterThan(open);
  await world.close();
});

test('a break is shrunk only when the PUT before it has been processed', async () => {
  const world = await openSample({ behaviour: { processingDelayMs: 5_000 } });
  await apply(world, { breaks: [LUNCH] });
  const shorter = ['lunch', '2026-10-06T11:30', '2026-10-06T12:00'] as const;
  const sample = { breaks: [shorter], dates: { '2026-10-06': '11:00-12:00' } };
  expect(isSuccess(await apply(world, sample))).toBe(true);
  const [put, moved] = sent(world, 2);
  expect([put?.method, moved?.method]).toEqual(['PUT', 'PATCH']);
  expect((moved?.at ?? 0) - (put?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect(await starts(world, '2026-10-06')).toBe('11:00');
  await world.close();
});

test('what does not show is reported, and the date is sent whole the next time', async () => {
  const world = await openSample();
  await apply(world, {});
  const [snapshot] = [world.sandbox.control.snapshot()];
  world.sandbox.control.injectFault({
    method: 'PUT',
    outcome: { type: 'status', status: 201 },
  });
  const report = await apply(world, { dates: { '2026-10-07': '' } });
  expect(snapshot).toBe('1');
  expect(report.calendars[0]).toMatchObject({ outcome: 'differs', stepsLeft: 0 });
  expect(report.calendars[0]?.differences).toMatchObject([
    { date: '2026-10-07', missing: [], extra: { length: 6 } },
  ]);
  expect(describeReport(report, [])[1]).toContain('2026-10-07: extra 310: 09:00 09:30 ');
  expect(Object.keys(recordOn(world.disk, ADDRESS).published.dates)).not.toContain('2026-10-07');
  expect(isSuccess(await apply(world, { dates: { '2026-10-07': '' } }))).toBe(true);
  expect(await starts(world, '2026-10-07')).toBe('');
  await world.close();
});

test('an empty calendar may be a 404', async () => {
  const world = await openSample({ behaviour: { emptyGetSlots: 'not-found' } });
  const dates = Object.fromEntries(
    ['05', '06', '07', '08', '09'].map((day) => [`2026-10-${day}`, '']),
  );
  expect(isSuccess(await apply(world, { dates }))).toBe(true);
  await world.close();
});
