import { cutPeriods, type WorkPeriod, writePeriod } from '../slots/workPeriod.js';
import { type EpochMs, HOUR, type LocalDate, localDate } from '../time/zone.js';
import { type Address, addressKey, type SandboxState, type SlotEdit } from './sandboxState.js';

/** Unpulled notifications are dropped after this long (Docplanner API, section 12). */
const NOTIFICATION_LIFETIME = 72 * HOUR;

/** Carries out one edit on an address's stored periods. */
function applyEdit(
  days: ReadonlyMap<LocalDate, readonly WorkPeriod[]>,
  edit: SlotEdit,
  zone: string,
): ReadonlyMap<LocalDate, readonly WorkPeriod[]> {
  const next = new Map(days);
  for (const { range, period } of edit.steps) {
    const date = localDate(range.start, zone);
    const stored = next.get(date) ?? [];
    const written = period === null ? cutPeriods(stored, range) : writePeriod(stored, period);
    if (written.length === 0) next.delete(date);
    else next.set(date, written);
  }
  return next;
}

/** The state as it is at `now`: edits whose processing has finished are visible, expired things are gone. */
export function settle(state: SandboxState, now: EpochMs, duplicateWindowMs: number): SandboxState {
  const changed = [...state.addresses.values()].filter((address) =>
    isUnsettled(address, now, duplicateWindowMs),
  );
  const oldest = state.notifications[0];
  const expired = oldest !== undefined && oldest.createdAt + NOTIFICATION_LIFETIME <= now;
  if (changed.length === 0 && !expired) return state;
  const addresses = new Map(state.addresses);
  for (const address of changed) {
    addresses.set(addressKey(address), settleAddress(address, now, duplicateWindowMs));
  }
  const notifications = state.notifications.filter(
    (entry) => entry.createdAt + NOTIFICATION_LIFETIME > now,
  );
  return { ...state, addresses, notifications };
}

function isUnsettled(address: Address, now: EpochMs, duplicateWindowMs: number): boolean {
  return (
    address.edits.some((edit) => edit.doneAt <= now) ||
    address.acceptedPuts.some((put) => put.doneAt + duplicateWindowMs <= now)
  );
}

function settleAddress(address: Address, now: EpochMs, duplicateWindowMs: number): Address {
  const done = address.edits.filter((edit) => edit.doneAt <= now);
  return {
    ...address,
    days: done.reduce((days, edit) => applyEdit(days, edit, address.zone), address.days),
    edits: address.edits.filter((edit) => edit.doneAt > now),
    acceptedPuts: address.acceptedPuts.filter((put) => put.doneAt + duplicateWindowMs > now),
  };
}
