import { invalid, notFound, Refusal } from '../answers/refusal.js';
import { busyRanges, slotAt } from '../availability/visibleSlots.js';
import { notify } from '../changes/notifications.js';
import { addressUrl, locateAddress } from '../operation/locate.js';
import {
  ADDRESS_PATH,
  created,
  items,
  noContent,
  ok,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import { readBody } from '../operation/requestBody.js';
import { scopes } from '../operation/requestQuery.js';
import { type AddressService, newAddressService } from '../state/addressService.js';
import { type Address, nextId, withAddress } from '../state/sandboxState.js';
import { parseTimestamp } from '../time/timestamp.js';
import { addressServiceView } from '../views/addressServiceView.js';
import { Fields, NewService, patched } from './addressServiceFields.js';

function locateService(context: RequestContext): {
  readonly address: Address;
  readonly service: AddressService;
} {
  const address = locateAddress(context);
  const id = context.param('service');
  const service = address.services.find((entry) => entry.id === id);
  if (service !== undefined) return { address, service };
  const elsewhere = [...context.state.addresses.values()].some((other) =>
    other.services.some((entry) => entry.id === id),
  );
  throw elsewhere ? new Refusal(403, 'This service does not belong to this address') : notFound();
}

function list(context: RequestContext): Reply {
  const address = locateAddress(context);
  const listed = address.services.flatMap((service) => offeredAt(context, address, service));
  if (context.query.has('start') && listed.length === 0) throw new Refusal(404, 'Slot not found');
  return ok(
    context.state,
    items(listed.map((service) => addressServiceView(service, scopes(context)))),
  );
}

/** With `start`, only services bookable then, with their duration in that slot. */
function offeredAt(
  context: RequestContext,
  address: Address,
  service: AddressService,
): readonly AddressService[] {
  const text = context.query.get('start');
  if (text === null) return [service];
  const start = parseTimestamp(text, context.behaviour.timestamps);
  if (start === null) throw invalid({ start: ['This value is not a valid datetime.'] });
  const found = slotAt(address, start, busyRanges(address, null));
  const offered = found?.slot.services.find((entry) => entry.addressServiceId === service.id);
  return offered === undefined ? [] : [{ ...service, duration: offered.duration }];
}

function add(context: RequestContext): Reply {
  const address = locateAddress(context);
  const body = readBody(context, NewService);
  const entry = context.state.services.find((service) => service.id === body.service_id);
  if (entry === undefined) throw notFound();
  if (address.services.some((service) => service.serviceId === entry.id)) {
    throw new Refusal(
      409,
      'The address service you are trying to add already exists in the system',
    );
  }
  const { id, state } = nextId(context.state);
  const blank = newAddressService({ id, name: entry.name, serviceId: entry.id, duration: 30 });
  const service = patched(blank, body);
  return created(
    changed(context, state, address, [...address.services, service], 'created', service),
    `${addressUrl(context, address)}/services/${id}`,
    addressServiceView(service, scopes(context)),
  );
}

function update(context: RequestContext): Reply {
  const { address, service } = locateService(context);
  const next = patched(service, readBody(context, Fields));
  const services = address.services.map((entry) => (entry.id === next.id ? next : entry));
  return ok(
    changed(context, context.state, address, services, 'changed', next),
    addressServiceView(next, scopes(context)),
  );
}

function remove(context: RequestContext): Reply {
  const { address, service } = locateService(context);
  const services = address.services.filter((entry) => entry.id !== service.id);
  return noContent(changed(context, context.state, address, services, 'deleted', service));
}

function changed(
  context: RequestContext,
  state: RequestContext['state'],
  address: Address,
  services: readonly AddressService[],
  what: 'created' | 'changed' | 'deleted',
  service: AddressService,
) {
  return notify(
    withAddress(state, { ...address, services }),
    context.now,
    address,
    `address-service-${what}`,
    {
      address_service: addressServiceView(service, new Set()),
    },
  );
}

/** Address services (Docplanner API, section 6). */
export const addressServiceRoutes: readonly Route[] = [
  { method: 'GET', path: `${ADDRESS_PATH}/services`, operation: list },
  { method: 'POST', path: `${ADDRESS_PATH}/services`, operation: add },
  {
    method: 'GET',
    path: `${ADDRESS_PATH}/services/:service`,
    operation: (context) =>
      ok(context.state, addressServiceView(locateService(context).service, scopes(context))),
  },
  { method: 'PATCH', path: `${ADDRESS_PATH}/services/:service`, operation: update },
  { method: 'DELETE', path: `${ADDRESS_PATH}/services/:service`, operation: remove },
];
