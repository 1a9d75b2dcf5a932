import {
  type Address,
  type Break,
  nextId,
  type SandboxState,
  withAddress,
} from '../state/sandboxState.js';
import type { EpochMs } from '../time/zone.js';
import { breakView } from '../views/breakView.js';
import { notify } from './notifications.js';

type NewBreak = Omit<Break, 'id'>;

function notifyBreak(
  state: SandboxState,
  now: EpochMs,
  address: Address,
  what: string,
  calendarBreak: Break,
): SandboxState {
  const { id, since, till } = breakView(calendarBreak, address.zone);
  const sent = { id: id ?? null, since: since ?? null, till: till ?? null };
  return notify(state, now, address, `break-${what}`, { break: sent });
}

/** Whether the address has this very break already: same range and description. */
export function hasBreak(
  address: Address,
  calendarBreak: Pick<Break, 'since' | 'till' | 'description'>,
): boolean {
  return address.breaks.some(
    (entry) =>
      entry.since === calendarBreak.since &&
      entry.till === calendarBreak.till &&
      entry.description === calendarBreak.description,
  );
}

export function addBreak(
  before: SandboxState,
  address: Address,
  now: EpochMs,
  calendarBreak: NewBreak,
): { readonly state: SandboxState; readonly calendarBreak: Break } {
  const { id, state } = nextId(before);
  const added = { ...calendarBreak, id };
  const changed = withAddress(state, { ...address, breaks: [...address.breaks, added] });
  return { state: notifyBreak(changed, now, address, 'created', added), calendarBreak: added };
}

/** The doctor's other addresses in the facility that are online-only when this one is not, or the reverse. */
export function coupledAddresses(state: SandboxState, address: Address): readonly Address[] {
  return [...state.addresses.values()].filter(
    (other) =>
      other.facilityId === address.facilityId &&
      other.doctorId === address.doctorId &&
      other.isOnlineOnly !== address.isOnlineOnly,
  );
}

/** Every address that has the break or one that follows it. */
function holders(state: SandboxState, breakId: string): readonly Address[] {
  return [...state.addresses.values()].filter((address) =>
    address.breaks.some((calendarBreak) => isOneOf(calendarBreak, breakId)),
  );
}

function isOneOf(calendarBreak: Break, breakId: string): boolean {
  return calendarBreak.id === breakId || calendarBreak.follows === breakId;
}

/** Moves a break, and the coupled ones with it. */
export function moveBreak(
  before: SandboxState,
  now: EpochMs,
  breakId: string,
  range: Pick<Break, 'since' | 'till'>,
): SandboxState {
  return holders(before, breakId).reduce((state, address) => {
    const breaks = address.breaks.map((calendarBreak) =>
      isOneOf(calendarBreak, breakId) ? { ...calendarBreak, ...range } : calendarBreak,
    );
    const moved = breaks.filter((calendarBreak) => isOneOf(calendarBreak, breakId));
    const changed = withAddress(state, { ...address, breaks });
    return moved.reduce(
      (next, calendarBreak) => notifyBreak(next, now, address, 'moved', calendarBreak),
      changed,
    );
  }, before);
}

/** Removes a break, and the coupled ones with it; the slots under it show again. */
export function removeBreak(before: SandboxState, now: EpochMs, breakId: string): SandboxState {
  return holders(before, breakId).reduce((state, address) => {
    const removed = address.breaks.filter((calendarBreak) => isOneOf(calendarBreak, breakId));
    const breaks = address.breaks.filter((calendarBreak) => !isOneOf(calendarBreak, breakId));
    const changed = withAddress(state, { ...address, breaks });
    return removed.reduce(
      (next, calendarBreak) => notifyBreak(next, now, address, 'removed', calendarBreak),
      changed,
    );
  }, before);
}
