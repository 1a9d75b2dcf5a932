import { expect, test } from 'vitest';
import { expectRefusal } from '../../test/support/expectRefusal.js';
import { ADDRESS, openSandbox } from '../../test/support/testClient.js';

const PROVIDERS = `${ADDRESS}/insurance-providers`;

test('getInsuranceProviders and getInsurancePlans', async () => {
  const client = await openSandbox();
  const axa = { insurance_provider_id: '11', name: 'Axa' };
  const providers = await client.get('/insurance-providers');
  expect(providers.body).toMatchObject({ _items: [axa, { insurance_provider_id: '12' }] });
  const plans = await client.get('/insurance-providers/11/plans');
  expect(plans.body).toEqual({ _items: [{ insurance_plan_id: '111', name: 'Axa Basic' }] });
  expectRefusal(await client.get('/insurance-providers/99/plans'), 404, 'Object not found');
});

test('an address gets, changes and loses a provider', async () => {
  const client = await openSandbox();
  const axa = {
    insurance_provider_id: '11',
    name: 'Axa',
    insurance_plans: { _items: [] },
  };
  expect((await client.get(PROVIDERS)).body).toEqual({ _items: [axa] });
  expect((await client.send('POST', PROVIDERS, { insurance_provider_id: 12 })).status).toBe(204);
  const plans = [{ insurance_plan_id: '111' }];
  const changed = { insurance_provider_id: '11', insurance_plans: plans };
  expect((await client.send('PUT', PROVIDERS, changed)).status).toBe(204);
  expect((await client.get(PROVIDERS)).body).toMatchObject({
    _items: [
      { insurance_provider_id: '12' },
      { insurance_provider_id: '11', insurance_plans: { _items: plans } },
    ],
  });
  expect((await client.send('DELETE', `${PROVIDERS}/11`)).status).toBe(204);
  expect((await client.get(PROVIDERS)).body).toMatchObject({
    _items: [{ insurance_provider_id: '12' }],
  });
});

test('what is refused', async () => {
  const client = await openSandbox();
  const unknown = 'Provided insurance provider ID not found in dictionary';
  for (const method of ['POST', 'PUT']) {
    const answer = await client.send(method, PROVIDERS, { insurance_provider_id: '99' });
    expectRefusal(answer, 404, unknown);
  }
  expectRefusal(await client.send('DELETE', `${PROVIDERS}/99`), 404, unknown);
  expectRefusal(
    await client.send('POST', PROVIDERS, { insurance_provider_id: '11' }),
    400,
    'Insurance provider with given ID is already assigned to this address.',
  );
  expectRefusal(
    await client.send('DELETE', `${PROVIDERS}/12`),
    400,
    'Insurance provider with given ID is not assigned to this address.',
  );
  const badPlan = { insurance_provider_id: '12', insurance_plans: [{ insurance_plan_id: '111' }] };
  expect((await client.send('POST', PROVIDERS, badPlan)).status).toBe(400);
});
