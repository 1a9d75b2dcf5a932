import * as z from 'zod';
import { type Minutes, minutes } from '../../time/units.js';
import type { Offer } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { at, type Path } from '../path.js';
import { foundText } from './found.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, readRecord, shapeOf } from './record.js';
import type { Services } from './service.js';
import { closest } from './suggestion.js';
import { durationMinutes, idText } from './text.js';
import { uniqueness } from './unique.js';

const offerSchema = z.strictObject({
  addressServiceId: idText.describe("The id of one of the calendar's services."),
  duration: durationMinutes
    .optional()
    .describe('Minutes that the service takes here instead of its own duration.'),
});

export const offersSchema = z
  .array(z.union([idText, offerSchema]))
  .min(1)
  .max(MAX_ITEMS.services)
  .describe("The calendar's services that are offered here; all of them if left out.");

const EXPECTED = 'the id of a service, or an object with addressServiceId and duration';
const SHAPE = shapeOf(EXPECTED, offerSchema, offerSchema.partial());
const LIST: ListSpec = {
  items: 'services',
  least: 1,
  most: MAX_ITEMS.services,
  absent: 'is-empty',
};

/** Reads what a schedule or a window offers, into the calendar's order of services. */
export function readOffers(
  raw: unknown,
  parent: Parent,
  { services, ids }: Services,
  { errors }: Reading,
): readonly Offer[] {
  if (raw === undefined) return services.map(offerOf);
  const unique = uniqueness('each service once', errors);
  const offered = new Map<string, Minutes | undefined>();
  const list = at(parent.path, 'services');

  const offer = (id: string | undefined, duration: number | undefined, path: Path): void => {
    if (id === undefined || !unique(id, path)) return;
    offered.set(id, duration === undefined ? undefined : minutes(duration));
    if (ids === undefined || ids.has(id)) return;
    errors.add(
      path,
      () => ({ type: 'unknown-service', id, suggestion: closest(id, ids) }),
      "one of the calendar's services",
    );
  };

  (readList(LIST, raw, parent, 'services', errors) ?? []).forEach((item, index) => {
    const path = at(list, index);
    if (typeof item === 'object' && item !== null) {
      const read = readRecord(SHAPE, item, path, errors);
      offer(read?.known.addressServiceId, read?.whole?.duration, at(path, 'addressServiceId'));
      return;
    }
    const id = idText.safeParse(item);
    if (id.success) offer(id.data, undefined, path);
    else errors.add(path, { type: 'invalid-value', found: foundText(item) }, EXPECTED);
  });

  return services
    .filter((service) => offered.has(service.addressServiceId))
    .map((service) => {
      const duration = offered.get(service.addressServiceId) ?? service.duration;
      return { addressServiceId: service.addressServiceId, duration };
    });
}

function offerOf({ addressServiceId, duration }: Offer): Offer {
  return { addressServiceId, duration };
}
