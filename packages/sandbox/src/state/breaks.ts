import type { EpochMs } from '../time/zone.js';
import { breakView } from '../views/break-view.js';
import { notify } from './notify.js';
import { type Address, type Break, nextId, type World, withAddress } from './world.js';

type NewBreak = Omit<Break, 'id'>;

function tell(world: World, now: EpochMs, address: Address, what: string, pause: Break): World {
  const { id, since, till } = breakView(pause, address.zone);
  const shown = { id: id ?? null, since: since ?? null, till: till ?? null };
  return notify(world, now, address, `break-${what}`, { break: shown });
}

/** Whether the address has this very break already: same range and description. */
export function hasBreak(
  address: Address,
  pause: Pick<Break, 'since' | 'till' | 'description'>,
): boolean {
  return address.breaks.some(
    (entry) =>
      entry.since === pause.since &&
      entry.till === pause.till &&
      entry.description === pause.description,
  );
}

export function addBreak(
  before: World,
  address: Address,
  now: EpochMs,
  pause: NewBreak,
): { readonly world: World; readonly pause: Break } {
  const { id, world } = nextId(before);
  const added = { ...pause, id };
  const changed = withAddress(world, { ...address, breaks: [...address.breaks, added] });
  return { world: tell(changed, now, address, 'created', added), pause: added };
}

/** The doctor's other addresses in the facility that are online-only when this one is not, or the reverse. */
export function coupledAddresses(world: World, address: Address): readonly Address[] {
  return [...world.addresses.values()].filter(
    (other) =>
      other.facilityId === address.facilityId &&
      other.doctorId === address.doctorId &&
      other.isOnlineOnly !== address.isOnlineOnly,
  );
}

/** Every address that has the break or one that follows it. */
function holders(world: World, breakId: string): readonly Address[] {
  return [...world.addresses.values()].filter((address) =>
    address.breaks.some((pause) => isOneOf(pause, breakId)),
  );
}

function isOneOf(pause: Break, breakId: string): boolean {
  return pause.id === breakId || pause.follows === breakId;
}

/** Moves a break, and the coupled ones with it. */
export function moveBreak(
  before: World,
  now: EpochMs,
  breakId: string,
  range: Pick<Break, 'since' | 'till'>,
): World {
  return holders(before, breakId).reduce((world, address) => {
    const breaks = address.breaks.map((pause) =>
      isOneOf(pause, breakId) ? { ...pause, ...range } : pause,
    );
    const moved = breaks.filter((pause) => isOneOf(pause, breakId));
    const changed = withAddress(world, { ...address, breaks });
    return moved.reduce((next, pause) => tell(next, now, address, 'moved', pause), changed);
  }, before);
}

/** Removes a break, and the coupled ones with it; the slots under it show again. */
export function removeBreak(before: World, now: EpochMs, breakId: string): World {
  return holders(before, breakId).reduce((world, address) => {
    const removed = address.breaks.filter((pause) => isOneOf(pause, breakId));
    const breaks = address.breaks.filter((pause) => !isOneOf(pause, breakId));
    const changed = withAddress(world, { ...address, breaks });
    return removed.reduce((next, pause) => tell(next, now, address, 'removed', pause), changed);
  }, before);
}
