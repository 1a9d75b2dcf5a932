import { expect, test } from 'vitest';
import { openSandbox } from '../../test/support/testClient.js';
import { SUCCESS_TYPE } from '../answers/response.js';

const ana = { id: '10', name: 'Ana', surname: 'Ruiz' };

test('getFacilities', async () => {
  const client = await openSandbox();
  const answer = await client.get('/facilities');
  expect(answer).toMatchObject({
    status: 200,
    body: { _items: [{ id: '1', name: 'Sample Clinic' }] },
  });
  expect(answer.headers.get('Content-Type')).toBe(SUCCESS_TYPE);
});

test('getFacility, with its doctors on request', async () => {
  const client = await openSandbox();
  expect((await client.get('/facilities/1')).body).toEqual({ id: '1', name: 'Sample Clinic' });
  expect((await client.get('/facilities/1?with=facility.doctors')).body).toMatchObject({
    doctors: { _items: [ana, { id: '20' }] },
  });
});

test('getDoctors, with parts asked for in either spelling', async () => {
  const client = await openSandbox();
  const path = '/facilities/1/doctors';
  expect((await client.get(path)).body).toMatchObject({ _items: [ana, { id: '20' }] });
  const parts = {
    profile_url: 'https://www.doctoralia.es/ana-ruiz',
    license_numbers: { _items: [{ id: '1', license_number: '28/1234' }] },
    specializations: { _items: [{ id: '7', name: 'Dermatology' }] },
  };
  const names = 'doctor.profile_url,doctor.license_numbers,doctor.specializations';
  const comma = await client.get(`${path}?with=${encodeURIComponent(names)}`);
  const brackets = await client.get(`${path}?with[]=${names.replaceAll(',', '&with[]=')}`);
  expect(comma.body).toMatchObject({ _items: [{ ...ana, ...parts }, {}] });
  expect(brackets.body).toEqual(comma.body);
});

test('getDoctor, with addresses and their parts', async () => {
  const client = await openSandbox();
  expect((await client.get('/facilities/1/doctors/10')).body).toEqual(ana);
  const answer = await client.get(
    '/facilities/1/doctors/10?with=doctor.addresses,address.online_only,address.booking_extra_fields',
  );
  const extra = { gender: false, nin: false, birth_date: false };
  expect(answer.body).toMatchObject({
    addresses: {
      _items: [
        { id: '100', is_online_only: false, booking_extra_fields: extra },
        { id: '101', is_online_only: true },
      ],
    },
  });
});
