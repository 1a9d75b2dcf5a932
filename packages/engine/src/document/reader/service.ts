import { minutes } from '../../time/units.js';
import type { Service } from '../clinic.js';
import { addressServiceId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { recordList } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { bufferMinutes, durationMinutes, idText, shortText } from '../shape/scalars.js';
import { at, type ErrorCollector, uniqueness } from './errorCollector.js';
import { readList } from './list.js';
import { type Parent, readRecord, tried } from './record.js';

const service = record(
  'a service with addressServiceId and duration',
  {
    id: optional(
      idText,
      'What the rest of the document calls the service; the addressServiceId if left out.',
    ),
    addressServiceId: required(idText, "Docplanner's id of the service at this address."),
    name: optional(shortText, 'What people call the service.'),
    duration: required(durationMinutes, 'How long an appointment takes, in minutes.'),
    bufferAfter: optional(
      bufferMinutes,
      'Minutes after an appointment; published as part of the duration.',
    ),
  },
  { description: 'A service that can be booked at this address.' },
);

export const serviceList = recordList('services', service, {
  least: 1,
  most: MAX_ITEMS.services,
  absent: 'is-an-error',
});

/** The services of a calendar. */
export interface Services {
  /** In the calendar's order. */
  readonly byId: ReadonlyMap<string, Service>;
  /** Every id that is right; undefined if one is not, so that no reference can be called wrong. */
  readonly ids: ReadonlySet<string> | undefined;
}

/** Reads a calendar's services: ids are unique, and so are Docplanner's. */
export function readServices(calendar: Parent, errors: ErrorCollector): Services {
  const uniqueId = uniqueness('ids that differ among the services', errors);
  const uniqueAtAddress = uniqueness('each service once in a calendar', errors);
  const ids = new Set<string>();
  const byId = new Map<string, Service>();
  let complete = true;
  const list = at(calendar.path, serviceList.key);
  const items = readList(serviceList, calendar, errors);
  items?.forEach((item, index) => {
    const path = at(list, index);
    const read = readRecord(serviceList.record, item, path, errors);
    const given = read?.known.addressServiceId;
    const hasId = read !== undefined && tried(read, 'id');
    const named = hasId ? read.known.id : given;
    if (named === undefined) complete = false;
    else ids.add(named);
    const place = at(path, 'addressServiceId');
    // A service that is there twice with all of its ids is one mistake.
    if (uniqueId(named, hasId ? at(path, 'id') : place)) {
      uniqueAtAddress(given, place);
    }
    if (read?.whole === undefined || named === undefined) return;
    const { whole } = read;
    byId.set(named, {
      id: named,
      addressServiceId: addressServiceId(whole.addressServiceId),
      name: whole.name,
      duration: minutes(whole.duration),
      bufferAfter: minutes(whole.bufferAfter ?? 0),
    });
  });
  return { byId, ids: complete && items !== undefined ? ids : undefined };
}

/** The keys with which offers and bookings name a service. */
export const serviceFields = {
  service: optional(idText, "The id of one of the calendar's services."),
  addressServiceId: optional(idText, 'Another name of the key service.'),
};

interface NamesService extends Parent {
  readonly known: {
    readonly service?: string | undefined;
    readonly addressServiceId?: string | undefined;
  } & Parent['known'];
}

/** The key with which an object names a service; an error if both do. */
export function serviceKey(
  { path, known, given }: NamesService,
  errors: ErrorCollector,
): 'service' | 'addressServiceId' | undefined {
  if (given.service !== undefined && given.addressServiceId !== undefined) {
    const keys = ['service', 'addressServiceId'];
    errors.add(path, { type: 'not-exactly-one', given: keys }, `either ${keys.join(' or ')}`);
    return undefined;
  }
  if (known.service !== undefined) return 'service';
  return known.addressServiceId === undefined ? undefined : 'addressServiceId';
}
