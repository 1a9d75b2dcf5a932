import type { PublishedService } from '../calendar/template.js';
import { addressServiceId } from '../document/ids.js';
import { MAX_DURATION } from '../document/limits.js';
import { minutes } from '../time/units.js';
import type { ShownCalendar, ShownService } from './shownCalendar.js';

/** The services of a calendar: those of its address, then those that only starts name. */
export interface ServiceList {
  readonly services: readonly ShownService[];
  /** A service as it is shown at a start, with the duration that is most likely there. */
  readonly published: (shown: ShownService) => PublishedService | undefined;
  /** Minutes that are assumed for services of which nothing says how long they take. */
  readonly assumed: ReadonlyMap<string, number>;
}

/** What is assumed where nothing at all is known. */
const USUAL_DURATION = 30;

export function serviceList(shown: ShownCalendar): ServiceList {
  const services = shown.services.map(withPossibleDuration);
  const slots = shown.slots.map(({ start, services: said }) => ({
    start,
    services: said.map(withPossibleDuration),
  }));
  const byId = new Map<string, ShownService>();
  for (const each of [...services, ...slots.flatMap((slot) => slot.services)]) {
    if (!byId.has(each.addressServiceId)) byId.set(each.addressServiceId, each);
  }
  const own = new Map(services.map((each) => [each.addressServiceId, each.duration]));
  const isUnsaid = ({ addressServiceId: id, duration }: ShownService): boolean =>
    (duration ?? own.get(id)) === undefined;
  const unsaid = new Set(
    slots.flatMap((slot) => slot.services.filter(isUnsaid).map((each) => each.addressServiceId)),
  );
  const assumed = new Map([...unsaid].map((id) => [id, leastDistance(slots, id)]));
  const orders = new Map([...byId.keys()].map((id, order) => [id, order]));
  return {
    services: [...byId.values()],
    assumed,
    published: (said) => {
      const { addressServiceId: id, duration } = withPossibleDuration(said);
      const order = orders.get(id);
      if (order === undefined) return undefined;
      const length = duration ?? own.get(id) ?? assumed.get(id) ?? USUAL_DURATION;
      return { addressServiceId: addressServiceId(id), duration: minutes(length), order };
    },
  };
}

/** What no document could have as a duration says nothing. */
function withPossibleDuration(service: ShownService): ShownService {
  const { duration = 0 } = service;
  const isPossible = Number.isInteger(duration) && duration >= 1 && duration <= MAX_DURATION;
  return isPossible ? service : { ...service, duration: undefined };
}

/** The least time between two starts of a service: visits are at least as far apart as the grid's step. */
function leastDistance(slots: ShownCalendar['slots'], id: string): number {
  const starts = slots
    .filter((slot) => slot.services.some((each) => each.addressServiceId === id))
    .map((slot): number => slot.start)
    .sort((a, b) => a - b);
  let least = Number.POSITIVE_INFINITY;
  starts.forEach((start, index) => {
    const distance = start - (starts[index - 1] ?? Number.NEGATIVE_INFINITY);
    if (distance > 0 && distance < least) least = distance;
  });
  return least <= MAX_DURATION ? least : USUAL_DURATION;
}
