import { z } from 'zod';
import { locateAddress } from '../server/locate.js';
import {
  ADDRESS_PATH,
  type Call,
  items,
  noContent,
  ok,
  type Reply,
  type Route,
} from '../server/operation.js';
import { invalid, notFound, Refusal } from '../server/refusal.js';
import { idSchema, readBody } from '../server/request-body.js';
import { type AssignedProvider, type InsuranceProvider, withAddress } from '../state/world.js';

const Assignment = z.object({
  insurance_provider_id: idSchema,
  insurance_plans: z.array(z.object({ insurance_plan_id: idSchema })).nullish(),
});

const plans = (list: InsuranceProvider['plans']) =>
  items(list.map(({ id, name }) => ({ insurance_plan_id: id, name })));

function dictionaryEntry(call: Call, id: string): InsuranceProvider {
  const provider = call.world.insuranceProviders.find((entry) => entry.id === id);
  if (provider !== undefined) return provider;
  throw new Refusal(404, 'Provided insurance provider ID not found in dictionary');
}

function readAssignment(call: Call): AssignedProvider {
  const body = readBody(call, Assignment);
  const provider = dictionaryEntry(call, body.insurance_provider_id);
  const planIds = (body.insurance_plans ?? []).map((plan) => plan.insurance_plan_id);
  const unknown = planIds.find((id) => !provider.plans.some((plan) => plan.id === id));
  if (unknown !== undefined)
    throw invalid({ insurance_plans: [`Unknown insurance plan ${unknown}.`] });
  return { id: provider.id, planIds };
}

function list(call: Call): Reply {
  const address = locateAddress(call);
  const views = address.insuranceProviders.flatMap((assigned) => {
    const provider = call.world.insuranceProviders.find((entry) => entry.id === assigned.id);
    if (provider === undefined) return [];
    const shown = provider.plans.filter((plan) => assigned.planIds.includes(plan.id));
    return [
      { insurance_provider_id: provider.id, name: provider.name, insurance_plans: plans(shown) },
    ];
  });
  return ok(call.world, items(views));
}

/** POST adds a provider and refuses one that is there; PUT creates it or replaces its plans. */
function assign(call: Call): Reply {
  const address = locateAddress(call);
  const assignment = readAssignment(call);
  const others = address.insuranceProviders.filter((entry) => entry.id !== assignment.id);
  return noContent(
    withAddress(call.world, { ...address, insuranceProviders: [...others, assignment] }),
  );
}

function add(call: Call): Reply {
  const { insuranceProviders } = locateAddress(call);
  const { id } = readAssignment(call);
  if (insuranceProviders.some((entry) => entry.id === id)) {
    throw new Refusal(400, 'Insurance provider with given ID is already assigned to this address.');
  }
  return assign(call);
}

function remove(call: Call): Reply {
  const address = locateAddress(call);
  const { id } = dictionaryEntry(call, call.param('provider'));
  const insuranceProviders = address.insuranceProviders.filter((entry) => entry.id !== id);
  if (insuranceProviders.length === address.insuranceProviders.length) {
    throw new Refusal(400, 'Insurance provider with given ID is not assigned to this address.');
  }
  return noContent(withAddress(call.world, { ...address, insuranceProviders }));
}

/** Insurance providers (Docplanner API, section 7). */
export const insuranceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/insurance-providers',
    operation: (call) =>
      ok(
        call.world,
        items(
          call.world.insuranceProviders.map(({ id, name }) => ({
            insurance_provider_id: id,
            name,
          })),
        ),
      ),
  },
  {
    method: 'GET',
    path: '/insurance-providers/:provider/plans',
    operation: (call) => {
      const id = call.param('provider');
      const provider = call.world.insuranceProviders.find((entry) => entry.id === id);
      if (provider === undefined) throw notFound();
      return ok(call.world, plans(provider.plans));
    },
  },
  { method: 'GET', path: `${ADDRESS_PATH}/insurance-providers`, operation: list },
  { method: 'POST', path: `${ADDRESS_PATH}/insurance-providers`, operation: add },
  { method: 'PUT', path: `${ADDRESS_PATH}/insurance-providers`, operation: assign },
  { method: 'DELETE', path: `${ADDRESS_PATH}/insurance-providers/:provider`, operation: remove },
];
