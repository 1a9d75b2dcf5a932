import type { Profile, Sandbox } from '@slotwright/sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS, tuesday, workPeriod } from '../../test/support/openClient.js';
import { openSandbox } from '../../test/support/openSandbox.js';
import type { DocplannerClient } from '../resources/client.js';
import { readDrift } from './readDrift.js';
import { clinicInput, computed, LUNCH, momentAt, publish } from './testing/clinic.js';

const NO_BREAKS = { missing: [], unknown: [] };
const NO_BOOKINGS = { unknown: [], gone: [] };
const date = (day: string, parts: object) => ({
  date: day,
  missing: [],
  hidden: [],
  extra: [],
  freed: [],
  services: [],
  ...parts,
});

describe.each<Profile>(['strict', 'lenient'])('drift at a %s sandbox', (profile) => {
  let sandbox: Sandbox;
  let client: DocplannerClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox({ profile }));
  });

  const published = async (additions = {}) => {
    const result = computed(clinicInput(additions));
    await publish(client, result);
    return result;
  };
  const only = async (result: ReturnType<typeof computed>) => {
    const report = (await readDrift(client, result))._unsafeUnwrap();
    expect(report).toMatchObject({ version: 1, now: '2030-05-13T06:00:00Z' });
    expect(report.drift).toBe(report.calendars[0]?.drift);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    return report.calendars[0];
  };
  const book = (clock: string, addressServiceId = '1001') =>
    sandbox.control.bookAsPatient({
      addressId: ADDRESS.addressId,
      addressServiceId,
      start: tuesday(clock),
    });

  test('none right after a publish', async () => {
    const result = await published({
      breaks: [
        LUNCH,
        { id: 'tea', start: '2030-05-14T10:00', end: '2030-05-14T10:15', rrule: 'FREQ=DAILY' },
      ],
      bookings: [{ id: 'b', start: tuesday('09:00'), duration: 20 }],
    });
    expect(await only(result)).toEqual({
      id: 'ruiz',
      drift: false,
      dates: [],
      breaks: NO_BREAKS,
      bookings: NO_BOOKINGS,
    });
  });

  test('a booking that the document does not know hides slots', async () => {
    const result = await published();
    const id = book('11:00');
    const by = [{ type: 'booking', id }];
    expect(await only(result)).toEqual({
      id: 'ruiz',
      drift: true,
      dates: [
        date('2030-05-14', {
          hidden: [
            { start: tuesday('10:40'), addressServiceIds: ['1001'], by },
            { start: tuesday('10:50'), addressServiceIds: ['1001', '1002'], by },
            { start: tuesday('11:00'), addressServiceIds: ['1001', '1002'], by },
            { start: tuesday('11:10'), addressServiceIds: ['1001', '1002'], by },
            { start: tuesday('11:20'), addressServiceIds: ['1001', '1002'], by },
          ],
        }),
      ],
      breaks: NO_BREAKS,
      bookings: {
        unknown: [
          {
            id,
            start: tuesday('11:00'),
            end: tuesday('11:30'),
            addressServiceId: '1001',
            bookedBy: 'user',
          },
        ],
        gone: [],
      },
    });
  });

  test('a booking is known by its id, or by its time and service', async () => {
    await published();
    const id = book('09:00');
    book('10:00');
    const known = [
      { id, start: tuesday('09:00'), duration: 30, publish: 'none' },
      {
        id: 'p-17',
        start: tuesday('10:00'),
        duration: 30,
        addressServiceId: '1001',
        publish: 'none',
      },
    ];
    expect(await only(computed(clinicInput({ bookings: known })))).toMatchObject({ drift: false });
    const other = [known[0] ?? {}, { ...known[1], addressServiceId: '1002' }];
    const drift = await only(computed(clinicInput({ bookings: other })));
    expect(drift?.bookings).toMatchObject({
      unknown: [{ start: tuesday('10:00'), addressServiceId: '1001' }],
      gone: [{ id: 'p-17', there: 'nothing' }],
    });
    expect(drift?.dates).toEqual([]);
  });

  test('a canceled booking frees what the document hides', async () => {
    await published();
    const id = book('09:00', '1002');
    const known = { id, start: tuesday('09:00'), end: tuesday('09:20'), publish: 'none' };
    const result = computed(clinicInput({ bookings: [known] }));
    expect(await only(result)).toMatchObject({ drift: false });
    (await client.cancelBooking(ADDRESS, id))._unsafeUnwrap();
    const by = [{ type: 'booking', id }];
    expect(await only(result)).toEqual({
      id: 'ruiz',
      drift: true,
      dates: [
        date('2030-05-14', {
          freed: [
            { start: tuesday('09:00'), addressServiceIds: ['1001', '1002'], by },
            { start: tuesday('09:10'), addressServiceIds: ['1001', '1002'], by },
          ],
        }),
      ],
      breaks: NO_BREAKS,
      bookings: {
        unknown: [],
        gone: [{ id, start: tuesday('09:00'), end: tuesday('09:20'), there: 'canceled' }],
      },
    });
  });

  test('a moved booking is gone and another is unknown', async () => {
    await published();
    const id = book('09:00');
    const known = { id, start: tuesday('09:00'), duration: 30, publish: 'none' };
    const target = { addressServiceId: '1001', start: tuesday('11:30') };
    const moved = (await client.moveBooking(ADDRESS, id, target))._unsafeUnwrap();
    const drift = await only(computed(clinicInput({ bookings: [known] })));
    expect(drift?.bookings).toMatchObject({
      unknown: [{ id: moved.id, bookedBy: 'integration' }],
      gone: [{ id, there: 'canceled' }],
    });
    expect(drift?.dates).toMatchObject([{ missing: [], extra: [], services: [] }]);
  });

  test("a doctor's break is unknown until the document has it, one of ours is missing when deleted", async () => {
    const result = await published({ breaks: [LUNCH] });
    const range = { since: tuesday('09:00'), till: tuesday('09:30') };
    const id = sandbox.control.addBreakAsDoctor({
      addressId: '100',
      ...range,
      description: 'x\u0007y',
    });
    const [ours] = (
      await client.listBreaks(ADDRESS, { since: LUNCH.start, till: LUNCH.end })
    )._unsafeUnwrap();
    (await client.deleteBreak(ADDRESS, ours?.id ?? ''))._unsafeUnwrap();
    const drift = await only(result);
    expect(drift?.breaks).toEqual({
      missing: [{ id: 'lunch', since: LUNCH.start, till: LUNCH.end, description: 'lunch' }],
      unknown: [{ id, ...range, description: 'x y' }],
    });
    const [day] = drift?.dates ?? [];
    expect(day).toMatchObject({ missing: [], extra: [], services: [] });
    expect(day?.hidden.map(({ start, by }) => [start, by])).toEqual(
      ['09:00', '09:10', '09:20'].map((clock) => [tuesday(clock), [{ type: 'break', id }]]),
    );
    expect(day?.freed.map(({ start }) => start)).toEqual(
      ['10:40', '10:50', '11:00', '11:10', '11:20'].map(tuesday),
    );
    const known = { id: 'k', start: range.since, end: range.till, publish: 'none' };
    const both = await only(computed(clinicInput({ breaks: [known] })));
    expect(both).toMatchObject({ drift: false });
  });

  test('slots that somebody else replaced are missing, extra, or for other services', async () => {
    const result = await published({ breaks: [{ ...LUNCH, publish: 'carve' }] });
    const both = [
      ...workPeriod('09:00', '09:30').address_services,
      { address_service_id: '1002', duration: 20 },
    ];
    const slots = [
      { ...workPeriod('09:00', '09:30'), address_services: both },
      workPeriod('09:30', '10:00'),
      workPeriod('11:00', '11:30'),
      { ...workPeriod('11:30', '12:00'), address_services: both },
    ];
    const rest = { ...workPeriod('10:00', '11:00'), address_services: [] };
    (await client.replaceSlots(ADDRESS, { slots: [...slots, rest] }))._unsafeUnwrap();
    const drift = await only(result);
    expect(drift).toMatchObject({ drift: true, breaks: NO_BREAKS, bookings: NO_BOOKINGS });
    expect(drift?.dates).toEqual([
      date('2030-05-14', {
        missing: [
          { start: tuesday('09:20'), addressServiceIds: ['1001', '1002'] },
          ...['09:40', '09:50', '10:00', '10:10', '10:20', '10:30'].map((clock) => ({
            start: tuesday(clock),
            addressServiceIds: ['1001', '1002'],
          })),
          { start: tuesday('10:40'), addressServiceIds: ['1002'] },
        ],
        extra: [{ start: tuesday('11:00'), addressServiceIds: ['1001'] }],
        services: [
          { start: tuesday('09:10'), missing: ['1001'], extra: [] },
          { start: tuesday('09:30'), missing: ['1002'], extra: [] },
        ],
      }),
    ]);
  });

  test('one calendar that cannot be read does not stop the others', async () => {
    const input = clinicInput();
    const [first] = input.calendars;
    const other = {
      ...first,
      id: 'online',
      addressId: '101',
      services: [{ addressServiceId: '1011', duration: 20 }],
    };
    const result = computed({ ...input, calendars: [other, ...input.calendars] });
    await publish(client, result);
    expect((await readDrift(client, result))._unsafeUnwrap().drift).toBe(false);
    sandbox.control.setAccess({ addressId: '101', access: 'none' });
    book('11:00');
    const report = (await readDrift(client, result))._unsafeUnwrap();
    expect(report.calendars).toMatchObject([
      { id: 'online', drift: false, dates: [], error: { type: 'forbidden' } },
      { id: 'ruiz', drift: true },
    ]);
    expect(report.drift).toBe(true);
    sandbox.control.injectFault({ outcome: { type: 'status', status: 405, body: '<html>' } });
    expect((await readDrift(client, result))._unsafeUnwrapErr().type).toBe('blocked-by-firewall');
  });

  test('bookings are read from the start of the longest that is not over', async () => {
    const long = {
      id: 'l',
      start: '2030-05-10T10:00+02:00',
      end: '2030-05-13T09:00+02:00',
      publish: 'none',
    };
    const begun = async (additions: object) => {
      (await readDrift(client, computed(clinicInput(additions))))._unsafeUnwrap();
      return JSON.stringify(
        sandbox.requestLog().findLast(({ path }) => path.endsWith('/bookings')),
      );
    };
    expect(await begun({})).toContain('start=2030-05-12T06%3A00');
    expect(await begun({ bookings: [long] })).toContain('start=2030-05-10T08%3A00');
  });

  test('what is over is not compared, and not read', async () => {
    const result = await published({ breaks: [LUNCH] });
    book('09:00');
    const at = (clock: string) => ({ ...result, now: momentAt(clock) });
    const nine = (await readDrift(client, at('09:10')))._unsafeUnwrap().calendars[0];
    expect(nine?.bookings.unknown).toHaveLength(1);
    expect(nine?.dates[0]?.hidden.map(({ start }) => start)).toEqual(
      ['09:10', '09:20'].map(tuesday),
    );
    expect((await readDrift(client, at('09:30')))._unsafeUnwrap().drift).toBe(false);
    const before = sandbox.requestLog().length;
    const later = { ...result, now: momentAt('09:00', '2030-06-01') };
    expect((await readDrift(client, later))._unsafeUnwrap().drift).toBe(false);
    expect(sandbox.requestLog()).toHaveLength(before);
  });
});
