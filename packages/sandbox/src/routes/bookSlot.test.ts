import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import {
  ADDRESS,
  book,
  openSandbox,
  PATIENT,
  period,
  put,
  visibleStarts,
} from '../../test/support/testClient.js';
import { ofAna, testSeed } from '../../test/support/testSeed.js';

const DAY = '2030-05-16';
const at = (time: string) => `${DAY}T${time}:00+02:00`;
const bookPath = (time: string, address = ADDRESS) =>
  `${address}/slots/${encodeURIComponent(at(time))}/book`;
const request = { address_service_id: '1001', duration: 30, patient: PATIENT };

test('answers 200 with the booking', async () => {
  const client = await openSandbox();
  await put(client, period(DAY, '09:00', '10:00'));
  const answer = await client.send('POST', bookPath('09:00'), {
    ...request,
    address_service_id: 1001,
    patient: {
      ...PATIENT,
      phone: 48123123123,
      birth_date: '1985-01-01T00:00:00+00:00',
      gender: 'm',
    },
    comment: 'First time here',
    is_returning: true,
    insurance_provider_id: '11',
    insurance_plan_id: '111',
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Location')).toBeNull();
  expect(answer.body).toMatchObject({
    id: expect.any(String),
    status: 'booked',
    start_at: at('09:00'),
    end_at: at('09:30'),
    duration: 30,
    booked_by: 'integration',
    booked_at: '2030-05-13T08:00:00+02:00',
    canceled_by: '',
    canceled_at: null,
    comment: 'First time here',
    patient: {
      name: 'Abraham',
      surname: 'Lincoln',
      phone: '48123123123',
      birth_date: '1985-01-01',
      is_returning: true,
    },
    address_service: { id: '1001', name: 'First visit' },
    insurance: { id: '11', name: 'Axa', plan: 'Axa Basic', plan_id: '111' },
  });
});

test('a long visit takes as many cells as it needs, and no more than fit', async () => {
  const client = await openSandbox();
  const both = [
    { address_service_id: '1001', duration: 60 },
    { address_service_id: '1002', duration: 20 },
  ];
  await put(client, { ...period(DAY, '09:00', '10:40'), address_services: both });
  const missing = `Unable to perform booking. Requested target slot (${at('09:40')}) not found`;
  expectRefusal(await book(client, at('09:40'), 80), 404, missing);
  expect((await book(client, at('09:20'), 60)).status).toBe(200);
  expect(await visibleStarts(client, DAY)).toEqual(['09:00', '10:20']);
});

test('what is refused', async () => {
  const client = await openSandbox({ seed: testSeed });
  await put(client, period(DAY, '09:00', '10:00'));
  await book(client, at('09:00'));
  const notFound = (time: string) =>
    `Unable to perform booking. Requested target slot (${at(time)}) not found`;
  expectRefusal(await book(client, at('09:00')), 404, notFound('09:00'));
  expectRefusal(await book(client, at('09:15')), 404, notFound('09:15'));
  expectRefusal(await book(client, at('12:00')), 404, notFound('12:00'));
  expectRefusal(await book(client, at('09:30'), 30, '77'), 404, 'Service does not exist');
  expectRefusal(
    await book(client, at('09:30'), 20, '1002'),
    404,
    `Unable to perform booking. Slot (${at('09:30')}) does not support service 1002`,
  );
  for (const address of [ofAna('102'), ofAna('105')]) {
    const answer = await client.send('POST', bookPath('09:30', address), request);
    expectRefusal(answer, 404, 'Unable to book a visit for this address');
  }
  expectRefusal(
    await client.send('POST', bookPath('09:30', ofAna('104')), request),
    422,
    'Cannot activate calendar on address 104, profile/address is not commercial',
  );
});

test.each([
  [{ ...request, patient: { surname: 'Lincoln', phone: null } }, 'patient.name'],
  [{ ...request, patient: { name: 'Abraham' } }, 'patient.phone'],
  [{ ...request, patient: { ...PATIENT, birth_date: '1 May' } }, 'patient.birth_date'],
  [{ ...request, duration: '30' }, 'duration'],
  [{ ...request, insurance_provider_id: 12 }, 'insurance_provider_id'],
  [{ duration: 30, patient: PATIENT }, 'address_service_id'],
])('a body with a wrong field: %j', async (body, field) => {
  const client = await openSandbox();
  const answer = await client.send('POST', bookPath('09:00'), body);
  expectRefusal(answer, 400, 'Validation error message', { [field]: [expect.any(String)] });
});

test('a start that is no timestamp', async () => {
  const client = await openSandbox();
  const answer = await client.send('POST', `${ADDRESS}/slots/noon/book`, request);
  expect(answer).toMatchObject({ status: 400, body: { message: 'Validation error message' } });
});
