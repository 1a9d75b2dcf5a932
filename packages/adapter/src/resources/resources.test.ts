import { startSandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { DocplannerClient } from '../client/client.js';
import type { ClientError } from '../errors/clientError.js';
import {
  ADDRESS,
  openClient,
  SERVICE,
  tuesday,
  WHOLE_TUESDAY,
  workPeriod,
} from '../testing/openClient.js';
import { testPorts } from '../testing/testPorts.js';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  const ports = testPorts();
  sandbox = await startSandbox({ now: ports.clock.now });
  client = await openClient(sandbox, { ports });
  return () => sandbox.close();
});

const put = (...slots: readonly ReturnType<typeof workPeriod>[]) =>
  client.replaceSlots(ADDRESS, { slots });
const starts = async () =>
  (await client.getSlots(ADDRESS, WHOLE_TUESDAY))
    ._unsafeUnwrap()
    .map(({ start }) => start.slice(11, 16));
const writes = () => sandbox.requestLog().filter(({ method }) => method !== 'GET');
const book = () =>
  sandbox.control.bookAsPatient({
    addressId: ADDRESS.addressId,
    addressServiceId: SERVICE,
    start: tuesday('09:00'),
  });

describe('slots', () => {
  test('what was put is shown, with its services', async () => {
    (await put(workPeriod('09:00', '10:00')))._unsafeUnwrap();
    const slots = (await client.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap();
    const services = [{ addressServiceId: SERVICE, duration: 30 }];
    expect(slots).toEqual([
      { start: tuesday('09:00'), services },
      { start: tuesday('09:30'), services },
    ]);
  });

  test('a deleted day shows nothing', async () => {
    (await put(workPeriod('09:00', '10:00')))._unsafeUnwrap();
    (await client.deleteSlots(ADDRESS, '2030-05-14'))._unsafeUnwrap();
    expect(await starts()).toEqual([]);
  });

  test('nothing to show is an empty list, also where the API says 404', async () => {
    const ports = testPorts();
    const emptyGetSlots = 'not-found';
    const harsh = await startSandbox({ now: ports.clock.now, behaviour: { emptyGetSlots } });
    onTestFinished(() => harsh.close());
    const other = await openClient(harsh, { ports });
    expect((await other.getSlots(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap()).toEqual([]);
  });

  test('a refusal names the period that it is about', async () => {
    const late = { ...workPeriod('09:00', '10:00'), start: '2031-01-07T09:00:00+01:00' };
    const wrong = { ...late, end: '2031-01-07T10:00:00+01:00' };
    const error = (await client.replaceSlots(ADDRESS, { slots: [wrong] }))._unsafeUnwrapErr();
    expect(error).toMatchObject({ type: 'rejected', status: 400, operation: 'replaceSlots' });
    expect(error).toHaveProperty('fields.0', {
      path: 'slots[0].end',
      slotIndex: 0,
      period: { start: wrong.start, end: wrong.end },
      texts: [expect.stringMatching(/^End date should be less than or equal to /)],
    });
  });

  test.each([
    '2030-05-14T09:00:00Z',
    '2030-05-14T09:00:00.000+02:00',
    '2030-05-14T09:00+02:00',
    '',
  ])('a start of "%s" is not sent', async (start) => {
    const error = (await put({ ...workPeriod('09:00', '10:00'), start }))._unsafeUnwrapErr();
    expect(error).toMatchObject({ type: 'invalid-request', parameter: 'slots[0].start' });
    expect(sandbox.requestLog()).toEqual([]);
  });

  test('an empty list of slots and a date that is none are not sent', async () => {
    const nothing = (await put())._unsafeUnwrapErr();
    const date = (await client.deleteSlots(ADDRESS, '2030-02-30'))._unsafeUnwrapErr();
    expect([nothing.type, date.type]).toEqual(['invalid-request', 'invalid-request']);
    expect(sandbox.requestLog()).toEqual([]);
  });

  test('times are percent-encoded in the query', async () => {
    await starts();
    expect(sandbox.requestLog().at(-1)?.query).toContain('start=2030-05-14T00%3A00%3A00%2B02%3A00');
  });
});

describe('breaks', () => {
  const lunch = { since: tuesday('13:00'), till: tuesday('14:00'), description: 'lunch' };

  test('created, found, moved, deleted', async () => {
    const created = (await client.createBreak(ADDRESS, lunch))._unsafeUnwrap();
    expect(created).toEqual({ id: created.id, ...lunch });
    expect((await client.getBreak(ADDRESS, created.id))._unsafeUnwrap()).toEqual(created);
    const later = { since: tuesday('14:00'), till: tuesday('15:00') };
    expect((await client.moveBreak(ADDRESS, created.id, later))._unsafeUnwrap()).toBe('moved');
    expect((await client.moveBreak(ADDRESS, created.id, later))._unsafeUnwrap()).toBe(
      'already-there',
    );
    const day = { since: WHOLE_TUESDAY.start, till: WHOLE_TUESDAY.end };
    expect((await client.listBreaks(ADDRESS, day))._unsafeUnwrap()).toEqual([
      { ...created, ...later },
    ]);
    expect((await client.deleteBreak(ADDRESS, created.id))._unsafeUnwrap()).toBe('deleted');
    expect((await client.deleteBreak(ADDRESS, created.id))._unsafeUnwrap()).toBe('already-gone');
    expect((await client.getBreak(ADDRESS, created.id))._unsafeUnwrapErr()).toMatchObject({
      type: 'not-found',
      message: 'Invalid break ID',
    });
  });

  test('the same break twice is a conflict', async () => {
    (await client.createBreak(ADDRESS, lunch))._unsafeUnwrap();
    expect((await client.createBreak(ADDRESS, lunch))._unsafeUnwrapErr()).toMatchObject({
      type: 'conflict',
      outcome: 'not-done',
    });
  });

  test('a creation without a body gives the id of Location', async () => {
    const location = 'http://127.0.0.1/x/breaks/77';
    sandbox.control.injectFault({
      method: 'POST',
      path: '*/breaks',
      outcome: { type: 'status', status: 201, headers: { Location: location } },
    });
    expect((await client.createBreak(ADDRESS, lunch))._unsafeUnwrap()).toEqual({
      id: '77',
      ...lunch,
    });
  });

  test('at an address without a calendar there is no break to delete', async () => {
    const elsewhere = { ...ADDRESS, addressId: '999' };
    expect((await client.deleteBreak(elsewhere, '1'))._unsafeUnwrapErr()).toMatchObject({
      type: 'not-found',
      message: 'Object not found',
    });
  });
});

describe('bookings', () => {
  beforeEach(async () => {
    (await put(workPeriod('09:00', '12:00')))._unsafeUnwrap();
  });

  test('read, moved, canceled', async () => {
    const id = book();
    const booked = (await client.getBooking(ADDRESS, id))._unsafeUnwrap();
    expect(booked).toMatchObject({
      id,
      status: 'booked',
      startAt: tuesday('09:00'),
      endAt: tuesday('09:30'),
      bookedBy: 'user',
      canceledBy: undefined,
      addressServiceId: SERVICE,
      moving: { originId: id, newestId: id },
    });
    const target = { addressServiceId: SERVICE, start: tuesday('10:00'), duration: 30 };
    const moved = (await client.moveBooking(ADDRESS, id, target))._unsafeUnwrap();
    expect(moved).toMatchObject({ startAt: tuesday('10:00'), bookedBy: 'integration' });
    expect((await client.moveBooking(ADDRESS, id, target))._unsafeUnwrapErr().type).toBe(
      'conflict',
    );
    (await client.cancelBooking(ADDRESS, moved.id))._unsafeUnwrap();
    expect((await client.cancelBooking(ADDRESS, moved.id))._unsafeUnwrapErr()).toMatchObject({
      type: 'rejected',
      status: 400,
      message: `Visit ${moved.id} cannot be canceled because it is not booked`,
    });
    const all = (await client.listBookings(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap();
    expect(all.map((one) => [one.id, one.status])).toEqual([
      [id, 'canceled'],
      [moved.id, 'canceled'],
    ]);
  });

  test('nothing of a patient is asked for or kept', async () => {
    const id = book();
    const shown = [
      (await client.getBooking(ADDRESS, id))._unsafeUnwrap(),
      (await client.listBookings(ADDRESS, WHOLE_TUESDAY))._unsafeUnwrap(),
      (await client.pullNotifications(100))._unsafeUnwrap(),
    ];
    expect(JSON.stringify(shown)).not.toMatch(/patient|Example|\+34600000000|comment|insurance/i);
    expect(sandbox.requestLog().map(({ query }) => query)).not.toContainEqual(
      expect.stringMatching(/patient/),
    );
  });

  test('every page is read', async () => {
    const address = { addressId: ADDRESS.addressId, addressServiceId: SERVICE };
    const wanted: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      const date = `2030-05-${15 + day}`;
      const period = (from: string, to: string) => ({
        start: `${date}T${from}:00+02:00`,
        end: `${date}T${to}:00+02:00`,
        address_services: [{ address_service_id: SERVICE, duration: 10 }],
      });
      const slots = [period('08:00', '21:20')];
      (await client.replaceSlots(ADDRESS, { slots }))._unsafeUnwrap();
      for (let minute = 8 * 60; minute < 21 * 60 + 20; minute += 10) {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const start = `${date}T${clock}:00+02:00`;
        wanted.push(sandbox.control.bookAsPatient({ ...address, start, duration: 10 }));
      }
    }
    const window = { start: '2030-05-15T00:00:00+02:00', end: '2030-05-18T00:00:00+02:00' };
    const all = (await client.listBookings(ADDRESS, window))._unsafeUnwrap();
    expect(all.map(({ id }) => id)).toEqual(wanted);
    expect(sandbox.requestLog().filter(({ path }) => path.endsWith('/bookings'))).toHaveLength(3);
  });
});

describe('calendar', () => {
  test('switched off and on', async () => {
    const shown = async () => (await client.getCalendar(ADDRESS))._unsafeUnwrap();
    expect(await shown()).toBe('enabled');
    expect((await client.enableCalendar(ADDRESS))._unsafeUnwrap()).toBe('already');
    expect((await client.disableCalendar(ADDRESS))._unsafeUnwrap()).toBe('changed');
    expect(await shown()).toBe('disabled');
    expect((await client.disableCalendar(ADDRESS))._unsafeUnwrap()).toBe('already');
  });
});

describe('directory and services', () => {
  const value = <T>(result: { _unsafeUnwrap: () => T }): T => result._unsafeUnwrap();

  test('facilities, doctors, addresses', async () => {
    expect(value(await client.listFacilities())).toEqual([{ id: '1', name: 'Sample Clinic' }]);
    expect(value(await client.getFacility('1'))).toEqual({ id: '1', name: 'Sample Clinic' });
    expect(value(await client.listDoctors('1')).map(({ surname }) => surname)).toEqual([
      'Ruiz',
      'Mora',
    ]);
    expect(value(await client.getDoctor(ADDRESS))).toEqual({
      id: '10',
      name: 'Ana',
      surname: 'Ruiz',
    });
    const address = value(await client.getAddress(ADDRESS));
    expect(address).toMatchObject({ id: '100', commercialType: 'premium', isOnlineOnly: false });
    expect(value(await client.listAddresses(ADDRESS))[0]).toEqual(address);
  });

  test('address services', async () => {
    const services = value(await client.listAddressServices(ADDRESS));
    expect(services.map(({ id, duration }) => [id, duration])).toEqual([
      ['1001', 30],
      ['1002', 20],
    ]);
    expect(value(await client.getAddressService(ADDRESS, '1001'))).toEqual(services[0]);
    expect((await client.getAddressService(ADDRESS, '1011'))._unsafeUnwrapErr()).toMatchObject({
      type: 'forbidden',
      message: 'This service does not belong to this address',
    });
  });

  test.each(['', '.', '..', 'a b', 'a\nb'])('an id of "%s" is not sent', async (facilityId) => {
    const error: ClientError = (await client.getFacility(facilityId))._unsafeUnwrapErr();
    expect(error).toMatchObject({ type: 'invalid-request', parameter: 'facilityId' });
    expect(sandbox.requestLog()).toEqual([]);
  });

  test('an id stays one segment of the path', async () => {
    const ports = testPorts();
    const urls: string[] = [];
    const fetch: typeof ports.fetch = (url, init) => {
      urls.push(url);
      return ports.fetch(url, init);
    };
    const watched = await openClient(sandbox, { ports: { ...ports, fetch } });
    expect((await watched.getFacility('1/doctors?a#b'))._unsafeUnwrapErr().type).toBe('not-found');
    expect(urls.at(-1)).toBe(`${sandbox.baseUrl}/facilities/1%2Fdoctors%3Fa%23b`);
  });
});

describe('notifications', () => {
  test('pulled one by one: a booking, a move, a break, then nothing', async () => {
    (await put(workPeriod('09:00', '12:00')))._unsafeUnwrap();
    const id = book();
    const target = { addressServiceId: SERVICE, start: tuesday('10:00') };
    const moved = (await client.moveBooking(ADDRESS, id, target))._unsafeUnwrap();
    const range = { since: tuesday('11:00'), till: tuesday('11:30') };
    const breakId = sandbox.control.addBreakAsDoctor({ addressId: ADDRESS.addressId, ...range });
    const pull = async () => (await client.pullNotification())._unsafeUnwrap();
    expect(await pull()).toMatchObject({ type: 'slot-booked', ...ADDRESS, booking: { id } });
    expect(await pull()).toMatchObject({
      type: 'booking-moved',
      from: { id },
      to: { id: moved.id },
    });
    expect(await pull()).toMatchObject({ type: 'break-created', break: { id: breakId, ...range } });
    expect(await pull()).toBeUndefined();
  });

  test('pulled together, as many as asked for', async () => {
    (await put(workPeriod('09:00', '12:00')))._unsafeUnwrap();
    (await client.cancelBooking(ADDRESS, book()))._unsafeUnwrap();
    const pulled = (await client.pullNotifications(1))._unsafeUnwrap();
    expect(pulled).toMatchObject({ notifications: [{ type: 'slot-booked' }], remaining: 1 });
    expect((await client.pullNotifications(101))._unsafeUnwrapErr().type).toBe('invalid-request');
  });

  test('one that was lost on its way is not asked for again', async () => {
    sandbox.control.injectFault({
      path: '*/notifications',
      when: 'after',
      outcome: { type: 'drop' },
    });
    expect((await client.pullNotification())._unsafeUnwrapErr()).toMatchObject({
      type: 'unreachable',
      outcome: 'unknown',
    });
    expect(writes()).toHaveLength(1);
    expect(sandbox.requestLog().filter(({ path }) => path.endsWith('/notifications'))).toHaveLength(
      1,
    );
  });
});
