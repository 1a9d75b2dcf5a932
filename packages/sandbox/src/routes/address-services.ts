import { addressUrl, locateAddress } from '../server/locate.js';
import {
  ADDRESS_PATH,
  type Call,
  created,
  items,
  noContent,
  ok,
  type Reply,
  type Route,
} from '../server/operation.js';
import { invalid, notFound, Refusal } from '../server/refusal.js';
import { readBody } from '../server/request-body.js';
import { scopes } from '../server/request-query.js';
import { busyRanges, slotAt } from '../slots/shown-slots.js';
import type { AddressService } from '../state/address-service.js';
import { newAddressService } from '../state/new-world.js';
import { notify } from '../state/notify.js';
import { type Address, nextId, withAddress } from '../state/world.js';
import { parseTimestamp } from '../time/timestamp.js';
import { addressServiceView } from '../views/address-service-view.js';
import { Fields, NewService, patched } from './address-service-fields.js';

function locateService(call: Call): {
  readonly address: Address;
  readonly service: AddressService;
} {
  const address = locateAddress(call);
  const id = call.param('service');
  const service = address.services.find((entry) => entry.id === id);
  if (service !== undefined) return { address, service };
  const elsewhere = [...call.world.addresses.values()].some((other) =>
    other.services.some((entry) => entry.id === id),
  );
  throw elsewhere ? new Refusal(403, 'This service does not belong to this address') : notFound();
}

function list(call: Call): Reply {
  const address = locateAddress(call);
  const shown = address.services.flatMap((service) => offeredAt(call, address, service));
  if (call.query.has('start') && shown.length === 0) throw new Refusal(404, 'Slot not found');
  return ok(call.world, items(shown.map((service) => addressServiceView(service, scopes(call)))));
}

/** With `start`, only services bookable then, with their duration in that slot. */
function offeredAt(
  call: Call,
  address: Address,
  service: AddressService,
): readonly AddressService[] {
  const text = call.query.get('start');
  if (text === null) return [service];
  const start = parseTimestamp(text, call.behaviour.timestamps);
  if (start === null) throw invalid({ start: ['This value is not a valid datetime.'] });
  const found = slotAt(address, start, busyRanges(address, null));
  const offered = found?.slot.services.find((entry) => entry.addressServiceId === service.id);
  return offered === undefined ? [] : [{ ...service, duration: offered.duration }];
}

function add(call: Call): Reply {
  const address = locateAddress(call);
  const body = readBody(call, NewService);
  const entry = call.world.services.find((service) => service.id === body.service_id);
  if (entry === undefined) throw notFound();
  if (address.services.some((service) => service.serviceId === entry.id)) {
    throw new Refusal(
      409,
      'The address service you are trying to add already exists in the system',
    );
  }
  const { id, world } = nextId(call.world);
  const blank = newAddressService({ id, name: entry.name, serviceId: entry.id, duration: 30 });
  const service = patched(blank, body);
  return created(
    changed(call, world, address, [...address.services, service], 'created', service),
    `${addressUrl(call, address)}/services/${id}`,
    addressServiceView(service, scopes(call)),
  );
}

function update(call: Call): Reply {
  const { address, service } = locateService(call);
  const next = patched(service, readBody(call, Fields));
  const services = address.services.map((entry) => (entry.id === next.id ? next : entry));
  return ok(
    changed(call, call.world, address, services, 'changed', next),
    addressServiceView(next, scopes(call)),
  );
}

function remove(call: Call): Reply {
  const { address, service } = locateService(call);
  const services = address.services.filter((entry) => entry.id !== service.id);
  return noContent(changed(call, call.world, address, services, 'deleted', service));
}

function changed(
  call: Call,
  world: Call['world'],
  address: Address,
  services: readonly AddressService[],
  what: 'created' | 'changed' | 'deleted',
  service: AddressService,
) {
  return notify(
    withAddress(world, { ...address, services }),
    call.now,
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
    operation: (call) =>
      ok(call.world, addressServiceView(locateService(call).service, scopes(call))),
  },
  { method: 'PATCH', path: `${ADDRESS_PATH}/services/:service`, operation: update },
  { method: 'DELETE', path: `${ADDRESS_PATH}/services/:service`, operation: remove },
];
