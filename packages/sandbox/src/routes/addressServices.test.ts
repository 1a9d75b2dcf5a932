import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import {
  ADDRESS,
  idOf,
  openSandbox,
  period,
  put,
  visibleStarts,
} from '../../test/support/testClient.js';

const SERVICES = `${ADDRESS}/services`;
const at = (time: string) => encodeURIComponent(`2030-05-16T${time}:00+02:00`);

test('getServices is the dictionary', async () => {
  const client = await openSandbox();
  expect((await client.get('/services')).body).toMatchObject({
    _items: [{ id: '1', name: 'First visit' }, { id: '2' }, { id: '3' }],
  });
  const diagnostics = await client.get('/services?with=services.only_diagnostics');
  expect(diagnostics.body).toEqual({ _items: [{ id: '3', name: 'Ultrasound' }] });
  const special = await client.get('/services?specialization_id=7');
  expect(special.body).toMatchObject({ _items: [{ id: '1' }, { id: '2' }] });
});

test('getAddressServices and getAddressService', async () => {
  const client = await openSandbox();
  const first = {
    id: '1001',
    name: 'First visit',
    price: 80,
    is_price_from: false,
    is_default: true,
    service_id: '1',
    description: null,
    duration: 30,
    is_visible: true,
  };
  expect((await client.get(SERVICES)).body).toMatchObject({ _items: [first, { id: '1002' }] });
  expect((await client.get(`${SERVICES}/1001`)).body).toEqual(first);
  const scopes = 'allowed_patients,custom_name,public_insurance_flow'
    .split(',')
    .map((name) => `with[]=address_service.${name}`);
  expect((await client.get(`${SERVICES}/1001?${scopes.join('&')}`)).body).toEqual({
    ...first,
    allowed_patients: null,
    custom_name: null,
    is_public_insurance_flow: false,
  });
});

test('with start: only what can be booked then', async () => {
  const client = await openSandbox();
  await put(client, period('2030-05-16', '09:00', '10:00', 25));
  const answer = await client.get(`${SERVICES}?start=${at('09:25')}`);
  expect(answer.body).toMatchObject({ _items: [{ id: '1001', duration: 25 }] });
  expectRefusal(await client.get(`${SERVICES}?start=${at('09:50')}`), 404, 'Slot not found');
  expect((await client.get(`${SERVICES}?start=soon`)).status).toBe(400);
});

test('addAddressService, updateAddressService, deleteAddressService', async () => {
  const client = await openSandbox();
  const wanted = { service_id: 3, price: 20.55, default_duration: 40, custom_name: 'Echo' };
  const added = await client.send('POST', SERVICES, wanted);
  const id = idOf(added);
  expect(added.status).toBe(201);
  expect(added.headers.get('Location')).toBe(`${client.sandbox.baseUrl}${SERVICES}/${id}`);
  expect(added.body).toMatchObject({
    name: 'Ultrasound',
    service_id: '3',
    price: 20,
    duration: 40,
  });

  const ages = { minimum_age: 18, maximum_age: null };
  const patch = { price: null, is_visible: false, allowed_patients: ages };
  const changed = await client.send(
    'PATCH',
    `${SERVICES}/${id}?with=address_service.allowed_patients,address_service.custom_name`,
    patch,
  );
  expect(changed).toMatchObject({
    status: 200,
    body: { ...patch, duration: 40, custom_name: 'Echo' },
  });
  expect((await client.send('DELETE', `${SERVICES}/${id}`)).status).toBe(204);
  expectRefusal(await client.get(`${SERVICES}/${id}`), 404, 'Object not found');
});

test('address services: what is refused', async () => {
  const client = await openSandbox();
  const exists = 'The address service you are trying to add already exists in the system';
  expectRefusal(await client.send('POST', SERVICES, { service_id: '1' }), 409, exists);
  expectRefusal(await client.send('POST', SERVICES, { service_id: '77' }), 404, 'Object not found');
  for (const price of [1.234, -1, 'ten', '1.234']) {
    const answer = await client.send('POST', SERVICES, { service_id: '3', price });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { price: [expect.any(String)] } },
    });
  }
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const answer = await client.send(method, `${SERVICES}/2001`, method === 'GET' ? undefined : {});
    expectRefusal(answer, 403, 'This service does not belong to this address');
  }
});

test('a deleted service is no longer offered, and slots with it are refused', async () => {
  const client = await openSandbox();
  const both = [
    { address_service_id: '1001', duration: 30 },
    { address_service_id: '1002', duration: 20 },
  ];
  await put(client, { ...period('2030-05-16', '09:00', '10:00'), address_services: both });
  expect((await client.send('DELETE', `${SERVICES}/1001`)).status).toBe(204);
  expect(await visibleStarts(client, '2030-05-16')).toEqual([
    '09:00',
    '09:10',
    '09:20',
    '09:30',
    '09:40',
  ]);
  const again = { slots: [period('2030-05-16', '11:00', '12:00')] };
  const answer = await client.send('PUT', `${ADDRESS}/slots`, again);
  expectRefusal(answer, 400, 'Address service does not exist');
});
