import { inspect } from 'node:util';
import { type Profile, startSandbox } from '@slotwright/sandbox';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openClient, tuesday } from '../../test/support/openClient.js';
import { testPorts } from '../../test/support/testPorts.js';
import type { DocplannerClient } from '../resources/client.js';
import type { Notification } from '../wire/notifications.js';
import { applyNotification, applyNotifications } from './applyNotifications.js';
import { type BookingsFile, readBookingsFile } from './bookingsFile.js';
import { bookingsFromRemote } from './feedBookings.js';
import { placeOf } from './place.js';
import { CALENDARS, emptyFile } from './testing/files.js';
import { PATIENT, PRIVATE } from './testing/patients.js';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

interface Step {
  readonly does: 'book' | 'cancel' | 'move' | 'break';
  readonly where: number;
  readonly nth: number;
  readonly hour: number;
}

const steps = fc.array(
  fc.record({
    does: fc.constantFrom<Step['does']>('book', 'book', 'cancel', 'move', 'move', 'break'),
    where: fc.nat({ max: CALENDARS.length - 1 }),
    nth: fc.nat(),
    hour: fc.integer({ min: 9, max: 14 }),
  }),
  { maxLength: 14 },
);

/** Does what a patient, the clinic or the doctor might; what is impossible does nothing. */
async function act(sandbox: Sandbox, client: DocplannerClient, { does, where, nth, hour }: Step) {
  const calendar = CALENDARS[where];
  const [addressId, service] = [calendar?.addressId ?? '', calendar?.service ?? ''];
  const start = tuesday(`${String(hour).padStart(2, '0')}:00`);
  if (does === 'break') {
    sandbox.control.addBreakAsDoctor({ addressId, since: start, till: tuesday('20:00') });
  } else if (does === 'book') {
    try {
      const visit = { addressId, addressServiceId: service, start, patient: PATIENT };
      sandbox.control.bookAsPatient(visit);
    } catch {
      // The slot is taken.
    }
  } else {
    const window = { start: tuesday('00:00'), end: tuesday('23:00') };
    const all = await Promise.all(
      CALENDARS.map(async (each) => {
        const bookings = (await client.listBookings(each, window))._unsafeUnwrap();
        return bookings.map(({ id }) => ({ address: each, id }));
      }),
    );
    const chosen = all.flat()[nth % Math.max(1, all.flat().length)];
    if (chosen === undefined) return;
    const target = { addressServiceId: service, addressId, start };
    const done =
      does === 'cancel'
        ? await client.cancelBooking(chosen.address, chosen.id)
        : await client.moveBooking(chosen.address, chosen.id, target);
    if (done.isErr()) expect(['rejected', 'conflict']).toContain(done.error.type);
  }
}

async function readInFull(client: DocplannerClient): Promise<BookingsFile> {
  const window = { start: tuesday('00:00'), end: tuesday('23:59') };
  const lists = await Promise.all(
    CALENDARS.map(async (each) => {
      const remote = (await client.listBookings(each, window))._unsafeUnwrap();
      return [placeOf(each), bookingsFromRemote(remote)] as const;
    }),
  );
  return { ...emptyFile(), calendars: Object.fromEntries(lists) };
}

async function pullAll(client: DocplannerClient): Promise<readonly Notification[]> {
  return (await client.pullNotifications(100))._unsafeUnwrap().notifications;
}

test('notifications in any order, repeated at will, give what a full read gives', async () => {
  const shuffles = fc.array(fc.nat(), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Profile>('strict', 'lenient'),
      steps,
      shuffles,
      async (profile, sequence, order) => {
        const ports = testPorts();
        const sandbox = await startSandbox({ profile, now: ports.clock.now });
        try {
          const client = await openClient(sandbox, { ports });
          for (const calendar of CALENDARS) {
            const services = [{ address_service_id: calendar.service, duration: 60 }];
            const slot = {
              start: tuesday('09:00'),
              end: tuesday('15:00'),
              address_services: services,
            };
            (await client.replaceSlots(calendar, { slots: [slot] }))._unsafeUnwrap();
          }
          for (const step of sequence) await act(sandbox, client, step);
          const full = await readInFull(client);
          const told = await pullAll(client);
          const again = order.flatMap((index) => told[index % Math.max(1, told.length)] ?? []);
          const heard = [...again, ...told].map((each, index) => ({ each, at: order[index] ?? 0 }));
          const shuffled = heard.sort((a, b) => a.at - b.at).map(({ each }) => each);

          expect(applyNotifications(emptyFile(), told)).toEqual(full);
          expect(applyNotifications(emptyFile(), shuffled)).toEqual(full);
          expect(shuffled.reduce(applyNotification, emptyFile())).toEqual(full);
          expect(applyNotifications(full, shuffled)).toEqual(full);
          const kept: unknown = JSON.parse(JSON.stringify(full));
          expect(readBookingsFile(kept)._unsafeUnwrap()).toEqual(full);
          const everything = inspect([full, told], { depth: 20, maxArrayLength: null });
          for (const secret of PRIVATE) expect(everything).not.toContain(secret);
        } finally {
          await sandbox.close();
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
