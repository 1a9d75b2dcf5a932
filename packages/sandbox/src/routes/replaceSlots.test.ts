import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox, period, put, visibleStarts } from '../../test/support/testClient.js';
import { ofAna, testSeed } from '../../test/support/testSeed.js';

const [DAY, NEXT] = ['2030-05-16', '2030-05-17'];
const clearing = (date: string, from: string, to: string) => ({
  ...period(date, from, to),
  address_services: [],
  insurance_accepted: 'with-and-without-insurance',
});

describe('what a PUT replaces', () => {
  test.each(['strict', 'lenient'] as const)(
    '%s: a clearing range beside a period of the same day in one PUT, as seen live',
    async (profile) => {
      const client = await openSandbox({ profile });
      await put(client, period(DAY, '08:00', '09:00'), period(DAY, '10:00', '11:00'));
      await put(client, clearing(DAY, '08:00', '09:00'), period(DAY, '10:00', '11:00', 60));
      expect(await visibleStarts(client, DAY)).toEqual(['10:00']);
    },
  );

  test('whole-day: a clearing range takes the rest of its day along', async () => {
    const client = await openSandbox({ profile: 'strict' });
    await put(client, period(DAY, '08:10', '08:40', 15), period(DAY, '09:10', '09:40', 15));
    await put(client, period(NEXT, '08:00', '09:00'));
    await put(client, clearing(DAY, '08:10', '08:40'));
    expect(await visibleStarts(client, DAY)).toEqual([]);
    expect(await visibleStarts(client, NEXT)).toEqual(['08:00', '08:30']);
  });

  test('ranges: only what is named; what sticks out keeps its grid', async () => {
    const client = await openSandbox({ profile: 'lenient' });
    await put(client, period(DAY, '09:00', '12:00'));
    await put(client, clearing(DAY, '10:10', '10:40'));
    expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30', '11:00', '11:30']);
    await put(client, period(DAY, '11:15', '11:45', 15));
    expect(await visibleStarts(client, DAY)).toEqual(['09:00', '09:30', '11:15', '11:30']);
  });

  test.each([undefined, null])('address_services %s clears', async (services) => {
    const client = await openSandbox();
    await put(client, period(DAY, '09:00', '12:00'));
    await put(client, { ...period(DAY, '09:00', '12:00'), address_services: services });
    expect(await visibleStarts(client, DAY)).toEqual([]);
  });

  test('a calendar that is missing is created', async () => {
    const client = await openSandbox({ seed: testSeed });
    const body = { slots: [period(DAY, '09:00', '10:00', 20, '1061')] };
    const answer = await client.send('PUT', `${ofAna('106')}/slots`, body);
    expect(answer).toMatchObject({ status: 201, text: '' });
    expect(await visibleStarts(client, DAY, ofAna('106'))).toEqual(['09:00', '09:20', '09:40']);
  });
});

describe('readings that profiles differ in', () => {
  const midnight = { ...period(DAY, '23:00', '23:30'), end: `${NEXT}T00:00:00+02:00` };
  const crossing =
    'Slot for date range 2030-05-16T23:00:00+02:00 - 2030-05-17T00:00:00+02:00 exceeds a single day boundary';
  const overlapping = [period(DAY, '09:00', '10:00'), period(DAY, '09:30', '11:00', 20, '1002')];
  const repeated = {
    ...period(DAY, '09:00', '10:00'),
    address_services: [
      { address_service_id: '1001', duration: 30 },
      { address_service_id: '1001', duration: 20 },
    ],
  };

  test.each([
    [
      'several days',
      [period(DAY, '09:00', '10:00'), period(NEXT, '09:00', '10:00')],
      'Slots comes from different days',
      ['09:00', '09:30'],
    ],
    ['an end at midnight', [midnight], crossing, ['23:00', '23:30']],
    [
      'overlapping periods',
      overlapping,
      'Slot for date range 2030-05-16T09:00:00+02:00 - 2030-05-16T10:00:00+02:00 overlaps another slot',
      ['09:00', '09:30', '09:50', '10:10', '10:30'],
    ],
    [
      'a service twice',
      [repeated],
      'Address service is repeated in one slot',
      ['09:00', '09:10', '09:20', '09:30', '09:40'],
    ],
  ])('%s', async (_, slots, message, starts) => {
    const [strict, lenient] = [
      await openSandbox({ profile: 'strict' }),
      await openSandbox({ profile: 'lenient' }),
    ];
    expectRefusal(await strict.send('PUT', `${ADDRESS}/slots`, { slots }), 400, message);
    await put(lenient, ...slots);
    expect(await visibleStarts(lenient, DAY)).toEqual(starts);
  });

  test('no periods at all', async () => {
    const [strict, lenient] = [
      await openSandbox({ profile: 'strict' }),
      await openSandbox({ profile: 'lenient' }),
    ];
    const refused = await strict.send('PUT', `${ADDRESS}/slots`, { slots: [] });
    expectRefusal(refused, 400, 'Invalid arguments', {
      slots: ['This value should not be blank.'],
    });
    await put(lenient, period(DAY, '09:00', '10:00'));
    await put(lenient);
    expect(await visibleStarts(lenient, DAY)).toEqual(['09:00', '09:30']);
  });

  test.each(['2030-05-16T07:00:00Z', '2030-05-16T09:00:00.000+02:00'])(
    'a start at %s',
    async (start) => {
      const [strict, lenient] = [
        await openSandbox({ profile: 'strict' }),
        await openSandbox({ profile: 'lenient' }),
      ];
      const slots = [{ ...period(DAY, '09:00', '10:00'), start }];
      const refused = await strict.send('PUT', `${ADDRESS}/slots`, { slots });
      expectRefusal(refused, 400, 'Invalid arguments', {
        'slots[0].start': ['This value is not a valid datetime.'],
      });
      await put(lenient, ...slots);
      expect(await visibleStarts(lenient, DAY)).toEqual(['09:00', '09:30']);
    },
  );

  test('offsets without a colon and integer ids are taken by both', async () => {
    for (const profile of ['strict', 'lenient'] as const) {
      const client = await openSandbox({ profile });
      const { end } = period(DAY, '09:00', '10:00');
      const services = [{ address_service_id: 1001, duration: 60 }];
      await put(client, { start: `${DAY}T09:00:00+0200`, end, address_services: services });
      expect(await visibleStarts(client, DAY)).toEqual(['09:00']);
    }
  });
});

test('one bad period refuses all', async () => {
  const client = await openSandbox();
  const slots = [period(DAY, '09:00', '10:00'), period(DAY, '11:00', '12:00', 30, '9')];
  const answer = await client.send('PUT', `${ADDRESS}/slots`, { slots });
  expectRefusal(answer, 400, 'Address service does not exist');
  expect(await visibleStarts(client, DAY)).toEqual([]);
});
