import * as z from 'zod';
import { minutes } from '../../time/units.js';
import type { Service } from '../clinic.js';
import { addressServiceId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { at, type ErrorCollector, type Path, uniqueness } from './errorCollector.js';
import { type ItemList, readList } from './list.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import { bufferMinutes, durationMinutes, idText, shortText } from './text.js';

export const serviceSchema = z
  .strictObject({
    id: idText
      .optional()
      .describe(
        'What the rest of the document calls the service; the addressServiceId if left out.',
      ),
    addressServiceId: idText.describe("Docplanner's id of the service at this address."),
    name: shortText.optional().describe('What people call the service.'),
    duration: durationMinutes.describe('How long an appointment takes, in minutes.'),
    bufferAfter: bufferMinutes
      .optional()
      .describe('Minutes after an appointment; published as part of the duration.'),
  })
  .describe('A service that can be booked at this address.');

const PARTIAL = serviceSchema.partial();
const LIST: ItemList<z.output<typeof serviceSchema>, z.output<typeof PARTIAL>> = {
  key: 'services',
  least: 1,
  most: MAX_ITEMS.services,
  absent: 'is-an-error',
  shape: shapeOf('a service with addressServiceId and duration', serviceSchema, PARTIAL),
};

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
  const list = at(calendar.path, LIST.key);
  const items = readList(LIST, calendar, errors);
  items?.forEach((item, index) => {
    const path = at(list, index);
    const read = readRecord(LIST.shape, item, path, errors);
    const given = read?.known.addressServiceId;
    const named = read?.tried('id') === true ? read.known.id : given;
    if (named === undefined) complete = false;
    else ids.add(named);
    const place = at(path, 'addressServiceId');
    // A service that is there twice with all of its ids is one mistake.
    if (uniqueId(named, read?.tried('id') === true ? at(path, 'id') : place)) {
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
export const serviceKeys = {
  service: idText.optional().describe("The id of one of the calendar's services."),
  addressServiceId: idText.optional().describe('Another name of the key service.'),
};

interface NamesService extends Parent {
  readonly known: {
    readonly service?: string | undefined;
    readonly addressServiceId?: string | undefined;
  } & Parent['known'];
}

/** The service that an object names, and where; an error if both keys do. */
export function readServiceName(
  { path, known, tried }: NamesService,
  errors: ErrorCollector,
): { readonly id: string; readonly path: Path } | undefined {
  const given = ['service', 'addressServiceId'].filter(tried);
  if (given.length > 1) {
    errors.add(path, { type: 'not-exactly-one', given }, 'either service or addressServiceId');
    return undefined;
  }
  const { service, addressServiceId: other } = known;
  if (service !== undefined) return { id: service, path: at(path, 'service') };
  return other === undefined ? undefined : { id: other, path: at(path, 'addressServiceId') };
}
