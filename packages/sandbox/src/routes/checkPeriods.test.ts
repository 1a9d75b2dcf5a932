import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox, period } from '../../test/support/testClient.js';

const DAY = '2030-05-16';
const good = period(DAY, '08:00', '09:00');

async function putting(...slots: readonly unknown[]) {
  const client = await openSandbox({ profile: 'lenient' });
  return client.send('PUT', `${ADDRESS}/slots`, { slots });
}

test('a period of less than a minute', async () => {
  const key = 'slots[1].minimumDifferenceBetweenDates';
  const text = 'The end date must be at least 1 minute after the start date';
  const short = { ...period(DAY, '09:00', '10:00'), end: `${DAY}T09:00:59+02:00` };
  expectRefusal(await putting(good, short), 400, 'Invalid arguments', { [key]: [text] });
  expectRefusal(await putting(good, period(DAY, '10:00', '09:00')), 400, 'Invalid arguments', {
    [key]: [text],
  });
  expect((await putting({ ...short, end: `${DAY}T09:01:00+02:00` })).status).toBe(201);
});

test('a period that ends more than 12 weeks ahead', async () => {
  // 12 weeks after the standing clock: Monday 5 August 2030, 08:00.
  const beyond = { ...period('2030-08-05', '07:00', '08:00'), end: '2030-08-05T08:00:01+02:00' };
  expectRefusal(await putting(good, beyond), 400, 'Invalid arguments', {
    'slots[1].end': ['End date should be less than or equal to 05.08.2030, 08:00.'],
  });
  expect((await putting(period('2030-08-05', '07:00', '08:00'))).status).toBe(201);
});

test('every field error is named at once', async () => {
  const answer = await putting({ ...good, start: 'soon' }, period('2031-01-01', '10:00', '09:00'));
  expect(answer.body).toEqual({
    message: 'Invalid arguments',
    errors: {
      'slots[0].start': ['This value is not a valid datetime.'],
      'slots[1].minimumDifferenceBetweenDates': [expect.any(String)],
      'slots[1].end': [expect.any(String)],
    },
  });
});

test('a period over two days', async () => {
  const over = { ...period(DAY, '23:00', '23:30'), end: '2030-05-17T00:30:00+02:00' };
  expectRefusal(
    await putting(over),
    400,
    `Slot for date range ${DAY}T23:00:00+02:00 - 2030-05-17T00:30:00+02:00 exceeds a single day boundary`,
  );
  // One day in UTC, two in Madrid.
  const utc = { ...good, start: `${DAY}T21:00:00+00:00`, end: `${DAY}T23:00:00+00:00` };
  expect((await putting(utc)).status).toBe(400);
});

test.each([
  [
    { insurance_accepted: 'with-insurance-only' },
    'Slot requires insurance (with-insurance-only), but insurance providers are missing',
  ],
  [
    { insurance_accepted: 'without-insurance-only', insurance_providers: [11] },
    'Insurance providers are not supported. Slot does not allow insurances (without-insurance-only)',
  ],
  [
    { insurance_providers: [11, 12, 13] },
    "Insurance provider(s) with id (12, 13) not found for address id (100)'",
  ],
])('insurance %j', async (fields, message) => {
  expectRefusal(await putting({ ...good, ...fields }), 400, message);
  expect((await putting({ ...good, ...fields, address_services: [] })).status).toBe(201);
});

test('insurance that fits', async () => {
  for (const fields of [
    {
      insurance_accepted: 'with-insurance-only',
      insurance_providers: [11],
      insurance_plans: [111],
    },
    { insurance_accepted: 'without-insurance-only', insurance_providers: [] },
    { insurance_accepted: null, insurance_providers: null },
  ]) {
    expect((await putting({ ...good, ...fields })).status).toBe(201);
  }
});

test.each([
  [{}, ['slots']],
  [{ slots: {} }, ['slots']],
  [{ slots: [null] }, ['slots[0]']],
  [{ slots: [{ ...good, start: 5, end: undefined }] }, ['slots[0].start', 'slots[0].end']],
  [
    { slots: [{ ...good, address_services: [{ duration: '30' }] }] },
    ['slots[0].address_services[0].address_service_id', 'slots[0].address_services[0].duration'],
  ],
  [{ slots: [period(DAY, '09:00', '10:00', 0)] }, ['slots[0].address_services[0].duration']],
  [{ slots: [{ ...good, insurance_accepted: 'maybe' }] }, ['slots[0].insurance_accepted']],
])('wrong types in %j', async (body, paths) => {
  const client = await openSandbox();
  const answer = await client.send('PUT', `${ADDRESS}/slots`, body);
  const errors = Object.fromEntries(paths.map((path) => [path, [expect.any(String)]]));
  expectRefusal(answer, 400, 'Invalid arguments', errors);
});
