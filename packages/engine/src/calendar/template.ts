import type {
  AddressServiceId,
  Calendar,
  Insurance,
  Offer,
  OverrideWindow,
  Schedule,
} from '../document/clinic.js';
import { type Minutes, plus } from '../time/units.js';

/** A service as Docplanner gets it: the duration includes the buffer. */
export interface PublishedService {
  /** Docplanner's id of it. */
  readonly addressServiceId: AddressServiceId;
  /** Minutes, buffer included. */
  readonly duration: Minutes;
  /** Place in the calendar's list of services. */
  readonly order: number;
}

/** What every window of a schedule, or one window of an override, offers. */
export interface Template {
  /** The schedule's id, or the override's date. */
  readonly source: string;
  /** Place in the document: where insurance settings differ, the lower rank counts. */
  readonly rank: number;
  /** What can be booked. */
  readonly services: readonly PublishedService[];
  /** Undefined: nothing is said about insurance. */
  readonly insurance: Insurance | undefined;
}

/** Two settings are the same if they accept the same and name the same sets of providers and plans. */
export function insuranceKey(insurance: Insurance | undefined): string {
  if (insurance === undefined) return '';
  const inOrder = (ids: readonly number[]): string => [...ids].sort((a, b) => a - b).join(',');
  return `${insurance.accepted}:${inOrder(insurance.providers)}:${inOrder(insurance.plans)}`;
}

/** Makes the templates of a calendar; equal insurance settings become one value, the first listed. */
export function templateMaker(
  calendar: Calendar,
): (source: string, offered: Schedule | OverrideWindow) => Template {
  const services = new Map(
    calendar.services.map((service, order) => [service.addressServiceId, { service, order }]),
  );
  const insurances = new Map<string, Insurance>();
  let rank = 0;

  const published = (offer: Offer): PublishedService[] => {
    const known = services.get(offer.addressServiceId);
    if (known === undefined) return [];
    const duration = plus(offer.duration, known.service.bufferAfter);
    return [{ addressServiceId: offer.addressServiceId, duration, order: known.order }];
  };

  const firstListed = (insurance: Insurance | undefined): Insurance | undefined => {
    if (insurance === undefined) return undefined;
    const key = insuranceKey(insurance);
    const first = insurances.get(key) ?? insurance;
    insurances.set(key, first);
    return first;
  };

  return (source, offered) => ({
    source,
    rank: rank++,
    services: offered.offers.flatMap(published).sort((a, b) => a.order - b.order),
    insurance: firstListed(offered.insurance),
  });
}
