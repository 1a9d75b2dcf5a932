import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox } from '../../test/support/testClient.js';

test('getAddresses and getAddress', async () => {
  const client = await openSandbox();
  const plain = {
    id: '100',
    name: 'Sample Clinic Centro',
    city_name: 'Madrid',
    post_code: '28001',
    street: 'Calle de Serrano 1',
  };
  const list = await client.get('/facilities/1/doctors/10/addresses');
  expect(list.body).toMatchObject({ _items: [plain, { id: '101', street: null }] });
  expect((await client.get(ADDRESS)).body).toEqual(plain);
  const scopes = 'address.visit_payment,address.commercial_type,address.insurance_support';
  expect((await client.get(`${ADDRESS}?with=${scopes}`)).body).toEqual({
    ...plain,
    visit_payment: false,
    commercial_type: 'premium',
    insurance_support: 'private_and_insurance',
  });
});

test('updateAddress', async () => {
  const client = await openSandbox();
  const answer = await client.send('PATCH', ADDRESS, { insurance_support: 'private' });
  expect(answer).toMatchObject({ status: 200, body: { insurance_support: 'private' } });
  const wrong = await client.send('PATCH', ADDRESS, { insurance_support: 'barter' });
  expect(wrong).toMatchObject({ status: 400, body: { message: 'Invalid arguments' } });
  const after = await client.get(`${ADDRESS}?with=address.insurance_support`);
  expect(after.body).toMatchObject({ insurance_support: 'private' });
});

test('removeAddressIntegration is for practice software only', async () => {
  const standard = await openSandbox();
  const refused = await standard.send('DELETE', `${ADDRESS}/integration`);
  expectRefusal(refused, 403, 'You are not authorized to use this feature');
  const pms = await openSandbox({ behaviour: { client: 'pms' } });
  expect((await pms.send('DELETE', `${ADDRESS}/integration`)).status).toBe(202);
  expectRefusal(await pms.get(ADDRESS), 403, 'You are not authorized to see this address');
  expect((await pms.get('/notifications')).body).toMatchObject({ name: 'address-unassigned' });
});
