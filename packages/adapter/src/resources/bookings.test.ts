import type { Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import {
  ADDRESS,
  SERVICE,
  tuesday,
  WHOLE_TUESDAY,
  workPeriod,
} from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import type { DocplannerClient } from './client.js';

let sandbox: Sandbox;
let client: DocplannerClient;

beforeEach(async () => {
  ({ sandbox, client } = await openSandbox());
});

const put = (...slots: readonly ReturnType<typeof workPeriod>[]) =>
  client.replaceSlots(ADDRESS, { slots });
const book = () =>
  sandbox.control.bookAsPatient({
    addressId: ADDRESS.addressId,
    addressServiceId: SERVICE,
    start: tuesday('09:00'),
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
    expect((await client.moveBooking(ADDRESS, id, target)).match(unexpected, failure).type).toBe(
      'conflict',
    );
    (await client.cancelBooking(ADDRESS, moved.id))._unsafeUnwrap();
    expect(
      (await client.cancelBooking(ADDRESS, moved.id)).match(unexpected, failure),
    ).toMatchObject({
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
