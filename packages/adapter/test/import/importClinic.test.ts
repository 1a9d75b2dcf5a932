import { zoneId } from '@slotwright/engine';
import type { SandboxSeed, SeedAddress } from '@slotwright/sandbox';
import { expect, test } from 'vitest';
import {
  createSync,
  describeImportError,
  describeSkipped,
  type ImportProgress,
  memoryStore,
} from '../../src/index.js';
import { openSandbox } from '../support/openSandbox.js';
import { testPorts } from '../support/testPorts.js';
import { virtualTime } from '../support/virtualTime.js';
import { computedAgain, expectSame, imported } from './imported.js';

const timezone = zoneId('Europe/Madrid')._unsafeUnwrap();
/** A Sunday. */
const NOW = Date.parse('2026-10-04T08:00:00Z');
const SERVICES = [{ id: '1', name: 'First visit', duration: 30 }];

const address = (id: string, more: Partial<SeedAddress> = {}): SeedAddress => ({
  id,
  name: 'Centro',
  street: 'Calle de Serrano 1',
  cityName: 'Madrid',
  services: SERVICES,
  ...more,
});

const seedOf = (addresses: readonly SeedAddress[]): SandboxSeed => ({
  zone: timezone,
  services: [],
  insuranceProviders: [],
  facilities: [
    {
      id: '1',
      name: 'Clinic',
      doctors: [{ id: '10', name: 'Núria', surname: 'López', addresses }],
    },
    { id: '2', name: 'Other', doctors: [] },
  ],
});

async function opened(addresses: readonly SeedAddress[]) {
  return await openSandbox({ seed: seedOf(addresses) }, testPorts(virtualTime(NOW)));
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** Publishes some hours on a date of October 2026. */
async function publish(
  { client }: Opened,
  addressId: string,
  day: number,
  hours: readonly string[],
) {
  const date = `2026-10-${String(day).padStart(2, '0')}`;
  const slots = hours.map((each) => {
    const [from, to] = each.split('-');
    return {
      start: `${date}T${from}:00+02:00`,
      end: `${date}T${to}:00+02:00`,
      address_services: [{ address_service_id: '1', duration: 30 }],
    };
  });
  const place = { facilityId: '1', doctorId: '10', addressId };
  (await client.replaceSlots(place, { slots }))._unsafeUnwrap();
}

test('two shifts of four weeks are two schedules; what a patient booked and the doctor blocked is told', async () => {
  const open = await opened([address('100')]);
  const { client, sandbox, ports } = open;
  for (const week of [5, 12, 19]) {
    for (let day = week; day < week + 5; day += 1) {
      await publish(
        open,
        '100',
        day,
        day === week ? ['09:00-14:00', '16:00-19:00'] : ['09:00-14:00'],
      );
    }
  }
  const start = '2026-10-06T10:00:00+02:00';
  const booked = sandbox.control.bookAsPatient({ addressId: '100', addressServiceId: '1', start });
  const [since, till] = ['2026-10-07T12:00:00+02:00', '2026-10-07T13:00:00+02:00'];
  const description = 'Mrs. Smith';
  const pause = sandbox.control.addBreakAsDoctor({ addressId: '100', since, till, description });
  const clinic = await imported(client, ports, { timezone, weeks: 3 });
  const { document, bookings, calendars } = clinic;
  expect(document).toEqual({
    version: 1,
    timezone,
    calendars: [
      {
        id: 'nuria-lopez-centro',
        ...{ facilityId: '1', doctorId: '10', addressId: '100' },
        services: [{ addressServiceId: '1', name: 'First visit', duration: 30 }],
        schedules: [
          {
            id: 'mon-to-fri-mornings',
            start: '2026-10-05T09:00',
            end: '2026-10-05T14:00',
            rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
          },
          {
            id: 'mon-afternoons',
            start: '2026-10-05T16:00',
            end: '2026-10-05T19:00',
            rrule: 'FREQ=WEEKLY;BYDAY=MO',
          },
        ],
        breaks: [{ id: `docplanner-${pause}`, start: since, end: till, publish: 'none' }],
      },
    ],
  });
  expect(Object.values(bookings.calendars).flat()).toEqual([
    expect.objectContaining({ id: booked, start, publish: 'none', status: 'booked' }),
  ]);
  expect(calendars).toMatchObject([
    { calendar: 'nuria-lopez-centro', doctor: 'Núria López', notes: [{ type: 'few-weeks' }] },
  ]);
  expect(JSON.stringify(clinic)).not.toMatch(/Smith|Pat|Example|\+346/);
  await expectSame(client, ports, computedAgain(clinic, ports, 3));
});

test('addresses that cannot be imported are told; one that is online only, or shows nothing, is fine', async () => {
  const open = await opened([
    address('100', { calendar: 'disabled' }),
    address('101', { calendar: 'missing' }),
    address('102', { services: [], name: null, street: null }),
    address('103'),
    address('104', { isOnlineOnly: true, name: 'Online' }),
    address('105'),
  ]);
  await publish(open, '104', 5, ['09:00-10:00']);
  const path = '*/addresses/103/services';
  const outcome = { type: 'status', status: 403, body: '{"message":"Object not found"}' } as const;
  open.sandbox.control.injectFault({ path, outcome });
  const { document, skipped } = await imported(open.client, open.ports, { timezone });
  expect(document.calendars.map(({ id, schedules }) => [id, schedules?.length])).toEqual([
    ['nuria-lopez-online', 0],
    ['nuria-lopez-centro', 0],
  ]);
  expect(document.calendars[0]?.overrides).toHaveLength(1);
  expect(skipped.map(describeSkipped)).toEqual([
    'Núria López, Centro, Calle de Serrano 1, Madrid (address 100): its calendar is disabled',
    'Núria López, Centro, Calle de Serrano 1, Madrid (address 101): it has no calendar',
    'Núria López, Madrid (address 102): it has no services that can be booked',
    expect.stringContaining('(address 103): it cannot be read: getAddressServices'),
  ]);
});

test('ids are made of names, and differ', async () => {
  const { client, ports } = await opened([
    address('100'),
    address('101'),
    address('102', { name: 'Gdańsk, ul. Łąkowa' }),
    address('103', { name: '診療所', street: null, cityName: null }),
  ]);
  const { document } = await imported(client, ports, { timezone, weeks: 1 });
  expect(document.calendars.map(({ id }) => id)).toEqual([
    'nuria-lopez-centro',
    'nuria-lopez-centro-2',
    'nuria-lopez-gdansk',
    'nuria-lopez',
  ]);
});

test('facilities can be chosen; one that is not there is told with those that are', async () => {
  const { client, ports } = await opened([address('100')]);
  const { document } = await imported(client, ports, { timezone, facilities: ['2'] });
  expect(document.calendars).toEqual([]);
  const sync = createSync({ client, store: memoryStore('sandbox'), ports });
  const refused = await sync.import({ timezone, facilities: ['9'] });
  expect(refused.mapErr(describeImportError)._unsafeUnwrapErr()).toBe(
    'the credentials reach no facility 9; they reach 1, 2',
  );
});

test.each([
  [{ weeks: 0 }, 'weeks must be a whole number from 1 to 12'],
  [{ weeks: 13 }, 'weeks must be a whole number from 1 to 12'],
  [{ parallel: 0.5 }, 'parallel must be a whole number from 1'],
])('%j makes no sense', async (options, message) => {
  const { client, ports, sandbox } = await opened([address('100')]);
  const sync = createSync({ client, store: memoryStore('sandbox'), ports });
  const refused = await sync.import({ timezone, ...options });
  expect(refused.mapErr(describeImportError)._unsafeUnwrapErr()).toBe(message);
  expect(sandbox.requestLog()).toEqual([]);
});

test('credentials that are refused end it at once', async () => {
  const { client, ports, sandbox } = await opened([address('100'), address('101')]);
  const outcome = {
    type: 'status',
    status: 401,
    body: '{"message":"Invalid credentials."}',
  } as const;
  sandbox.control.injectFault({ path: '*/services', count: 10, outcome });
  const sync = createSync({ client, store: memoryStore('sandbox'), ports });
  const refused = await sync.import({ timezone });
  expect(refused._unsafeUnwrapErr()).toMatchObject({
    type: 'call-failed',
    error: { type: 'unauthorized' },
  });
});

test('twenty calendars of twelve weeks take four calls each, few others, and little time of ours', async () => {
  const addresses = Array.from({ length: 20 }, (_, index) => address(`${100 + index}`));
  const open = await opened(addresses);
  const { client, ports, sandbox } = open;
  for (const { id } of addresses) {
    for (let day = 5; day < 31; day += 1) {
      if (day % 7 !== 4) await publish(open, id, day, ['09:00-13:00', '15:00-19:30']);
    }
  }
  const before = sandbox.requestLog().length;
  const told: ImportProgress[] = [];
  const began = process.cpuUsage();
  const { document } = await imported(client, ports, {
    timezone,
    onProgress: (progress) => told.push(progress),
  });
  const { user, system } = process.cpuUsage(began);
  const calls = sandbox.requestLog().length - before;
  expect(document.calendars).toHaveLength(20);
  expect(calls).toBeLessThanOrEqual(4 + 20 * 4);
  expect(told.map(({ done, total }) => `${done}/${total}`).slice(0, 2)).toEqual(['0/20', '1/20']);
  expect(told.at(-1)).toMatchObject({ done: 20, total: 20 });
  // The sandbox's own time is in it too.
  expect((user + system) / 1_000_000).toBeLessThan(10);
});

test('what a patient books while an address is being read makes no other schedule', async () => {
  const open = await opened([address('100')]);
  const { client, ports, sandbox } = open;
  await publish(open, '100', 5, ['09:00-11:00']);
  let isBooked = false;
  const busy: typeof client = {
    ...client,
    listBookings: (...request) => {
      const start = '2026-10-05T10:00:00+02:00';
      const visit = { addressId: '100', addressServiceId: '1', start };
      if (!isBooked) sandbox.control.bookAsPatient(visit);
      isBooked = true;
      return client.listBookings(...request);
    },
  };
  const clinic = await imported(busy, ports, { timezone, weeks: 1 });
  expect(clinic.calendars[0]?.notes.map(({ type }) => type)).toEqual(['few-weeks']);
  expect(clinic.document.calendars[0]?.schedules).toMatchObject([
    { start: '2026-10-05T09:00', end: '2026-10-05T11:00' },
  ]);
});
