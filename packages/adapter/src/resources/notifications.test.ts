import type { Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { failure, unexpected } from '../../test/support/failure.js';
import { ADDRESS, SERVICE, tuesday, workPeriod } from '../../test/support/openClient.js';
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
    expect((await client.pullNotifications(101)).match(unexpected, failure).type).toBe(
      'invalid-request',
    );
  });

  test.each([200, 404])(
    'an empty queue is an empty list, also where the API says %i',
    async (code) => {
      const body =
        code === 200 ? { notifications: [], remaining: 0 } : { message: 'No notifications found' };
      sandbox.control.injectFault({
        path: '*/notifications/multiple',
        outcome: { type: 'status', status: code, body: JSON.stringify(body) },
      });
      expect((await client.pullNotifications(100))._unsafeUnwrap()).toEqual({
        notifications: [],
        remaining: 0,
      });
    },
  );

  test('one that was lost on its way is not asked for again', async () => {
    sandbox.control.injectFault({
      path: '*/notifications',
      when: 'after',
      outcome: { type: 'drop' },
    });
    expect((await client.pullNotification()).match(unexpected, failure)).toMatchObject({
      type: 'unreachable',
      outcome: 'unknown',
    });
    expect(sandbox.requestLog().filter(({ path }) => path.endsWith('/notifications'))).toHaveLength(
      1,
    );
  });
});
