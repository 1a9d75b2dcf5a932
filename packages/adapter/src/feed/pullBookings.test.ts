import { inspect } from 'node:util';
import type { Profile, Sandbox } from '@slotwright/sandbox';
import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS, tuesday, workPeriod } from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import { testPorts } from '../../test/support/testPorts.js';
import { describeClientError } from '../http/error/describe.js';
import type { DocplannerClient } from '../resources/client.js';
import type { BookingsFile } from './bookingsFile.js';
import { type PullOptions, pullBookings } from './pullBookings.js';
import { CALENDARS } from './testing/files.js';
import { PATIENT, PRIVATE } from './testing/patients.js';

const HOUR = 3_600_000;
const PLACE = '1/10/100';

describe.each<Profile>(['strict', 'lenient'])('pulling from a %s sandbox', (profile) => {
  let sandbox: Sandbox;
  let client: DocplannerClient;
  let saved: BookingsFile[];
  let later: number;
  const ports = testPorts();
  const clock = { now: () => ports.clock.now() + later };

  beforeEach(async () => {
    [saved, later] = [[], 0];
    ({ sandbox, client } = await openSandbox({ profile }, ports));
    const slots = [workPeriod('09:00', '19:00', 1)];
    (await client.replaceSlots(ADDRESS, { slots }))._unsafeUnwrap();
  });

  const save = (file: BookingsFile): ResultAsync<void, 'disk full'> => {
    saved.push(file);
    return okAsync(undefined);
  };
  const pull = (options: PullOptions = {}, calendars: typeof CALENDARS = CALENDARS.slice(0, 1)) =>
    pullBookings(client, calendars, saved.at(-1), { clock, save }, options);
  const book = (minute: number) => {
    const hour = String(9 + Math.floor(minute / 60)).padStart(2, '0');
    const start = tuesday(`${hour}:${String(minute % 60).padStart(2, '0')}`);
    const visit = { addressServiceId: '1001', start, patient: PATIENT };
    return sandbox.control.bookAsPatient({ addressId: '100', ...visit });
  };
  const calls = (path: string) =>
    sandbox.requestLog().filter((each) => each.path.endsWith(path)).length;
  const ids = (file = saved.at(-1)) =>
    file?.calendars[PLACE]?.map(({ id, status }) => `${id} ${status}`);

  test('first everything is read, later only what happened', async () => {
    const first = book(0);
    const report = (await pull())._unsafeUnwrap();
    expect(report).toMatchObject({ read: [PLACE], unread: [], notifications: 1, remaining: 0 });
    expect(saved.map(({ pulledAt }) => pulledAt)).toEqual([undefined, '2030-05-13T06:00:00.000Z']);
    expect(report.file).toBe(saved.at(-1));
    expect(report.file.calendars).toEqual({
      [PLACE]: [
        {
          id: first,
          start: tuesday('09:00'),
          end: tuesday('09:01'),
          addressServiceId: '1001',
          status: 'booked',
          publish: 'none',
        },
      ],
    });
    const second = book(2);
    const target = { addressServiceId: '1001', start: tuesday('10:00') };
    const moved = (await client.moveBooking(ADDRESS, first, target))._unsafeUnwrap();
    (await client.cancelBooking(ADDRESS, second))._unsafeUnwrap();
    expect((await pull())._unsafeUnwrap()).toMatchObject({ read: [], notifications: 3 });
    expect(ids()).toEqual([`${first} canceled`, `${second} canceled`, `${moved.id} booked`]);
    expect(calls('/bookings')).toBe(1);
  });

  test('batches of 100, each kept before the next is taken', async () => {
    (await pull())._unsafeUnwrap();
    for (let minute = 0; minute < 230; minute += 1) book(minute);
    saved = saved.slice(-1);
    expect((await pull())._unsafeUnwrap()).toMatchObject({ notifications: 230, remaining: 0 });
    expect(saved.slice(1).map((file) => ids(file)?.length)).toEqual([0, 100, 200, 230]);
    expect(saved.slice(1, 4).every((file) => !Object.hasOwn(file, 'pulledAt'))).toBe(true);
  });

  test('no more batches than allowed; the rest comes with the next pull', async () => {
    (await pull())._unsafeUnwrap();
    for (let minute = 0; minute < 130; minute += 1) book(minute);
    later = HOUR;
    expect((await pull({ maxBatches: 1 }))._unsafeUnwrap()).toMatchObject({
      notifications: 100,
      remaining: 30,
      file: { pulledAt: '2030-05-13T06:00:00.000Z' },
    });
    expect((await pull())._unsafeUnwrap()).toMatchObject({ read: [], notifications: 30 });
    expect(ids()).toHaveLength(130);
  });

  test('whatever was lost on its way is read again', async () => {
    (await pull())._unsafeUnwrap();
    book(0);
    sandbox.control.injectFault({ path: '*/multiple', when: 'after', outcome: { type: 'drop' } });
    expect((await pull())._unsafeUnwrapErr()).toMatchObject({ outcome: 'unknown' });
    expect((await pull())._unsafeUnwrap()).toMatchObject({ read: [PLACE], notifications: 0 });
    expect(ids()).toHaveLength(1);
  });

  test('where nothing was lost, nothing is read again', async () => {
    (await pull())._unsafeUnwrap();
    book(0);
    const status = { type: 'status', status: 403, body: '{}' } as const;
    sandbox.control.injectFault({ path: '*/multiple', outcome: status });
    expect((await pull())._unsafeUnwrapErr()).toMatchObject({ type: 'forbidden' });
    expect((await pull())._unsafeUnwrap()).toMatchObject({ read: [], notifications: 1 });
  });

  test('killed between any two steps, the next pull makes up for it', async () => {
    (await pull())._unsafeUnwrap();
    for (let minute = 0; minute < 120; minute += 1) book(minute);
    const begun = saved.length;
    for (let kept = 0; kept <= 3; kept += 1) {
      const full = (file: BookingsFile): ResultAsync<void, 'disk full'> =>
        saved.length - begun < kept ? save(file) : errAsync('disk full');
      const end = pullBookings(client, CALENDARS.slice(0, 1), saved.at(-1), { clock, save: full });
      expect((await end).isErr() || kept === 3).toBe(true);
    }
    (await pull())._unsafeUnwrap();
    expect(ids()).toHaveLength(120);
    expect(ids()?.every((each) => each.endsWith('booked'))).toBe(true);
  });

  test('notifications that may have expired are made up for', async () => {
    (await pull())._unsafeUnwrap();
    book(0);
    (await client.pullNotifications(100))._unsafeUnwrap();
    later = 59 * HOUR;
    expect((await pull())._unsafeUnwrap().read).toEqual([]);
    expect(ids()).toEqual([]);
    later = 2 * 60 * HOUR;
    expect((await pull())._unsafeUnwrap().read).toEqual([PLACE]);
    later = 0;
    expect((await pull())._unsafeUnwrap().read).toEqual([PLACE]);
    expect(ids()).toHaveLength(1);
  });

  test('what was over three days ago is forgotten', async () => {
    book(0);
    (await pull())._unsafeUnwrap();
    later = 24 * HOUR + 3 * 24 * HOUR;
    (await pull())._unsafeUnwrap();
    expect(ids()).toHaveLength(1);
    later += 2 * HOUR;
    (await pull())._unsafeUnwrap();
    expect(ids()).toEqual([]);
  });

  test('a calendar that cannot be read keeps what is known, and is tried again', async () => {
    const id = book(0);
    sandbox.control.setAccess({ addressId: '101', access: 'none' });
    const report = (await pull({}, CALENDARS))._unsafeUnwrap();
    expect(report.unread).toMatchObject([{ calendar: '1/10/101', error: { type: 'forbidden' } }]);
    expect(Object.keys(report.file.calendars).sort()).toEqual([PLACE, '1/20/200']);
    sandbox.control.setAccess({ addressId: '101', access: 'full' });
    expect((await pull({}, CALENDARS))._unsafeUnwrap().read).toEqual(['1/10/101']);

    later = 100 * HOUR;
    sandbox.control.setAccess({ addressId: '100', access: 'none' });
    const again = (await pull({}, CALENDARS))._unsafeUnwrap();
    expect(again.file.pulledAt).toBeUndefined();
    expect(again.unread).toHaveLength(1);
    later = 0;
    sandbox.control.setAccess({ addressId: '100', access: 'full' });
    expect((await pull({}, CALENDARS))._unsafeUnwrap().read).toHaveLength(3);
    expect(ids()).toEqual([`${id} booked`]);
    expect(Object.keys((await pull())._unsafeUnwrap().file.calendars)).toEqual([PLACE]);
  });

  test('unknown notifications are survived, and errors that all calls meet end the pull', async () => {
    (await pull())._unsafeUnwrap();
    const place = { facility: { id: 1 }, doctor: { id: 10 }, address: { id: 100 } };
    const strange = [
      { name: 'visit-teleported', data: { ...place, patient: PATIENT } },
      { name: 'slot-booked', data: { ...place, visit_booking: { patient: PATIENT } } },
      null,
    ];
    const body = JSON.stringify({ notifications: strange, remaining: 5 });
    sandbox.control.injectFault({
      path: '*/multiple',
      outcome: { type: 'status', status: 200, body },
    });
    expect((await pull())._unsafeUnwrap()).toMatchObject({ notifications: 3, remaining: 0 });
    expect(ids()).toEqual([]);
    sandbox.control.injectFault({ path: '*/bookings', outcome: { type: 'status', status: 405 } });
    const [before, queued] = [saved.length, book(0)];
    saved.push({ version: 1, kind: 'slotwright-bookings', calendars: {} });
    expect((await pull())._unsafeUnwrapErr()).toMatchObject({ type: 'blocked-by-firewall' });
    expect(saved).toHaveLength(before + 1);
    (await pull())._unsafeUnwrap();
    expect(ids()).toEqual([`${queued} booked`]);
  });

  test('a count of what remains that is wrong or missing loses nothing and repeats nothing', async () => {
    const answer = (body: object) =>
      sandbox.control.injectFault({
        path: '*/multiple',
        outcome: { type: 'status', status: 200, body: JSON.stringify(body) },
      });
    const stamp = (await pull())._unsafeUnwrap().file.pulledAt;
    const id = book(0);
    later = HOUR;
    const hundred = Array.from({ length: 100 }, () => null);
    answer({ notifications: hundred });
    expect((await pull({ maxBatches: 1 }))._unsafeUnwrap().file.pulledAt).toBe(stamp);
    answer({ notifications: hundred });
    expect((await pull())._unsafeUnwrap().notifications).toBe(101);
    expect(ids()).toEqual([`${id} booked`]);
    const before = calls('/multiple');
    answer({ notifications: [], remaining: 7 });
    expect((await pull())._unsafeUnwrap()).toMatchObject({ notifications: 0, remaining: 7 });
    expect(calls('/multiple')).toBe(before + 1);
  });

  test('no patient in files, reports and errors', async () => {
    book(0);
    const shown: unknown[] = [await pull()];
    for (const path of ['*/multiple', '*/bookings']) {
      for (const outcome of [
        '{',
        JSON.stringify(PATIENT),
        JSON.stringify({ message: 1, PATIENT }),
      ]) {
        book(shown.length);
        const status = { type: 'status', status: 200, body: outcome } as const;
        sandbox.control.injectFault({ path, outcome: status, count: 9 });
        saved.length = path === '*/bookings' ? 0 : saved.length;
        const error = (await pull()).match(
          (report) => report.unread.map((each) => each.error),
          (failure) => (failure === 'disk full' ? [] : [failure]),
        );
        shown.push(error, error.map(describeClientError));
        expect(error).toHaveLength(1);
        sandbox.control.clearFaults();
      }
    }
    const everything = inspect([shown, saved], { depth: 20, maxArrayLength: null });
    for (const secret of PRIVATE) expect(everything).not.toContain(secret);
  });
});
