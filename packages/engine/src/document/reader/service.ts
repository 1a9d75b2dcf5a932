import * as z from 'zod';
import { minutes } from '../../time/units.js';
import type { Service } from '../clinic.js';
import { addressServiceId } from '../ids.js';
import { MAX_ITEMS } from '../limits.js';
import { at } from '../path.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import { bufferMinutes, durationMinutes, idText, shortText } from './text.js';
import { uniqueness } from './unique.js';

export const serviceSchema = z
  .strictObject({
    addressServiceId: idText.describe("Docplanner's id of the service at this address."),
    name: shortText.optional().describe('What people call the service.'),
    duration: durationMinutes.describe('How long an appointment takes, in minutes.'),
    bufferAfter: bufferMinutes
      .optional()
      .describe('Minutes after an appointment; published as part of the duration.'),
  })
  .describe('A service that can be booked at this address.');

const SHAPE = shapeOf(
  'a service with addressServiceId and duration',
  serviceSchema,
  serviceSchema.partial(),
);

const LIST: ListSpec = {
  items: 'services',
  least: 1,
  most: MAX_ITEMS.services,
  absent: 'is-an-error',
};

/** The services of a calendar. */
export interface Services {
  readonly services: readonly Service[];
  /** Every id that is right; undefined if one is not, so that no reference can be called wrong. */
  readonly ids: ReadonlySet<string> | undefined;
}

/** Reads a calendar's services, which have unique ids. */
export function readServices(raw: unknown, calendar: Parent, { errors }: Reading): Services {
  const items = readList(LIST, raw, calendar, 'services', errors);
  if (items === undefined) return { services: [], ids: undefined };
  const unique = uniqueness('each service once in a calendar', errors);
  const ids = new Set<string>();
  const services: Service[] = [];
  const list = at(calendar.path, 'services');
  let complete = true;
  items.forEach((item, index) => {
    const path = at(list, index);
    const read = readRecord(SHAPE, item, path, errors);
    const id = read?.known.addressServiceId;
    if (id === undefined) complete = false;
    else ids.add(id);
    unique(id, at(path, 'addressServiceId'));
    if (read?.whole === undefined) return;
    const { whole } = read;
    services.push({
      id: whole.addressServiceId,
      addressServiceId: addressServiceId(whole.addressServiceId),
      name: whole.name,
      duration: minutes(whole.duration),
      bufferAfter: minutes(whole.bufferAfter ?? 0),
    });
  });
  return { services, ids: complete ? ids : undefined };
}
