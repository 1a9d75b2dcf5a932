import { type Minutes, minutes } from '../../time/units.js';
import type { Offer } from '../clinic.js';
import { MAX_ITEMS } from '../limits.js';
import { list } from '../shape/list.js';
import type { InputOf, Part } from '../shape/part.js';
import { optional, record } from '../shape/record.js';
import { durationMinutes, idText } from '../shape/scalars.js';
import { at, type ErrorCollector, foundText, type Path, uniqueness } from './errorCollector.js';
import { exactlyOne } from './forms.js';
import { readList } from './list.js';
import { type Parent, readRecord, tried } from './record.js';
import { type Services, serviceFields, serviceKey } from './service.js';
import { closest } from './suggestion.js';

const EXPECTED = 'the id of a service, or an object with service and duration';
const offer = record(
  EXPECTED,
  {
    ...serviceFields,
    duration: optional(
      durationMinutes,
      'Minutes that the service takes here instead of its own duration.',
    ),
  },
  exactlyOne(['service'], ['addressServiceId']),
);
const offerOrId: Part<InputOf<typeof offer> | InputOf<typeof idText>> = {
  schema: { anyOf: [idText.schema, offer.schema] },
};

/** The `services` of a schedule or a window. */
const offerList = list('services', offerOrId, { least: 1, most: MAX_ITEMS.services });
const OFFERED = "The calendar's services that are offered here; all of them if left out.";
export const offersField = optional(offerList, OFFERED);

/** What one item offers: a service and, where it differs, its duration. */
interface Named {
  readonly id: string;
  readonly path: Path;
  readonly duration: Minutes | undefined;
}

/** Reads what a schedule or a window offers, into the calendar's order of services. */
export function readOffers(
  parent: Parent,
  services: Services,
  errors: ErrorCollector,
): readonly Offer[] {
  if (parent.known[offerList.key] === undefined) return [...services.byId.values()].map(offerOf);
  const unique = uniqueness('each service once', errors);
  const offered = new Map<string, Minutes | undefined>();
  const place = at(parent.path, offerList.key);
  (readList(offerList, parent, errors) ?? []).forEach((item, index) => {
    const named = readOffer(item, at(place, index), errors);
    if (named === undefined || !unique(named.id, named.path)) return;
    offered.set(named.id, named.duration);
    checkKnown(named, services, errors);
  });
  return [...services.byId.values()]
    .filter(({ id }) => offered.has(id))
    .map(({ id, addressServiceId, duration }) => ({
      addressServiceId,
      duration: offered.get(id) ?? duration,
    }));
}

function readOffer(item: unknown, path: Path, errors: ErrorCollector): Named | undefined {
  if (typeof item === 'object' && item !== null) {
    const read = readRecord(offer, item, path, errors);
    if (read === undefined) return undefined;
    const key = serviceKey(read, errors);
    if (!tried(read, 'service') && !tried(read, 'addressServiceId')) {
      errors.add(at(path, 'service'), { type: 'missing' }, 'the id of a service');
    }
    const id = key === undefined ? undefined : read.known[key];
    if (key === undefined || id === undefined) return undefined;
    const { duration } = read.known;
    const changed = duration === undefined ? undefined : minutes(duration);
    return { id, path: at(path, key), duration: changed };
  }
  const id = idText.read(item);
  if (id !== undefined) return { id, path, duration: undefined };
  errors.add(path, { type: 'invalid-value', found: foundText(item) }, EXPECTED);
  return undefined;
}

function checkKnown({ id, path }: Named, { byId, ids }: Services, errors: ErrorCollector): void {
  if (ids === undefined || ids.has(id)) return;
  const problem = () => {
    const meant = [...byId.values()].find(({ addressServiceId }) => addressServiceId === id);
    return { type: 'unknown-service', id, suggestion: meant?.id ?? closest(id, ids) } as const;
  };
  errors.add(path, problem, "one of the calendar's services");
}

function offerOf({ addressServiceId, duration }: Offer): Offer {
  return { addressServiceId, duration };
}
