import * as z from 'zod';
import { invalid, notFound, Refusal } from '../answers/refusal.js';
import { locateAddress } from '../operation/locate.js';
import {
  ADDRESS_PATH,
  items,
  noContent,
  ok,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import { idSchema, readBody } from '../operation/requestBody.js';
import {
  type AssignedProvider,
  type InsuranceProvider,
  withAddress,
} from '../state/sandboxState.js';

const Assignment = z.object({
  insurance_provider_id: idSchema,
  insurance_plans: z.array(z.object({ insurance_plan_id: idSchema })).nullish(),
});

const plans = (list: InsuranceProvider['plans']) =>
  items(list.map(({ id, name }) => ({ insurance_plan_id: id, name })));

function dictionaryEntry(context: RequestContext, id: string): InsuranceProvider {
  const provider = context.state.insuranceProviders.find((entry) => entry.id === id);
  if (provider !== undefined) return provider;
  throw new Refusal(404, 'Provided insurance provider ID not found in dictionary');
}

function readAssignment(context: RequestContext): AssignedProvider {
  const body = readBody(context, Assignment);
  const provider = dictionaryEntry(context, body.insurance_provider_id);
  const planIds = (body.insurance_plans ?? []).map((plan) => plan.insurance_plan_id);
  const unknown = planIds.find((id) => !provider.plans.some((plan) => plan.id === id));
  if (unknown !== undefined)
    throw invalid({ insurance_plans: [`Unknown insurance plan ${unknown}.`] });
  return { id: provider.id, planIds };
}

function list(context: RequestContext): Reply {
  const address = locateAddress(context);
  const views = address.insuranceProviders.flatMap((assigned) => {
    const provider = context.state.insuranceProviders.find((entry) => entry.id === assigned.id);
    if (provider === undefined) return [];
    const assignedPlans = provider.plans.filter((plan) => assigned.planIds.includes(plan.id));
    return [
      {
        insurance_provider_id: provider.id,
        name: provider.name,
        insurance_plans: plans(assignedPlans),
      },
    ];
  });
  return ok(context.state, items(views));
}

/** POST adds a provider and refuses one that is there; PUT creates it or replaces its plans. */
function assign(context: RequestContext): Reply {
  const address = locateAddress(context);
  const assignment = readAssignment(context);
  const others = address.insuranceProviders.filter((entry) => entry.id !== assignment.id);
  return noContent(
    withAddress(context.state, { ...address, insuranceProviders: [...others, assignment] }),
  );
}

function add(context: RequestContext): Reply {
  const { insuranceProviders } = locateAddress(context);
  const { id } = readAssignment(context);
  if (insuranceProviders.some((entry) => entry.id === id)) {
    throw new Refusal(400, 'Insurance provider with given ID is already assigned to this address.');
  }
  return assign(context);
}

function remove(context: RequestContext): Reply {
  const address = locateAddress(context);
  const { id } = dictionaryEntry(context, context.param('provider'));
  const insuranceProviders = address.insuranceProviders.filter((entry) => entry.id !== id);
  if (insuranceProviders.length === address.insuranceProviders.length) {
    throw new Refusal(400, 'Insurance provider with given ID is not assigned to this address.');
  }
  return noContent(withAddress(context.state, { ...address, insuranceProviders }));
}

/** Insurance providers (Docplanner API, section 7). */
export const insuranceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/insurance-providers',
    operation: (context) =>
      ok(
        context.state,
        items(
          context.state.insuranceProviders.map(({ id, name }) => ({
            insurance_provider_id: id,
            name,
          })),
        ),
      ),
  },
  {
    method: 'GET',
    path: '/insurance-providers/:provider/plans',
    operation: (context) => {
      const id = context.param('provider');
      const provider = context.state.insuranceProviders.find((entry) => entry.id === id);
      if (provider === undefined) throw notFound();
      return ok(context.state, plans(provider.plans));
    },
  },
  { method: 'GET', path: `${ADDRESS_PATH}/insurance-providers`, operation: list },
  { method: 'POST', path: `${ADDRESS_PATH}/insurance-providers`, operation: add },
  { method: 'PUT', path: `${ADDRESS_PATH}/insurance-providers`, operation: assign },
  { method: 'DELETE', path: `${ADDRESS_PATH}/insurance-providers/:provider`, operation: remove },
];
