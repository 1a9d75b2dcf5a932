import { fits } from '../slots/grid.js';
import type { Address } from '../state/sandboxState.js';
import type { EpochMs } from '../time/zone.js';
import { busyRanges, slotAt } from './visibleSlots.js';

/** What a visit wants: a start, a service and perhaps another duration than the slot's (minutes). */
interface Target {
  readonly start: EpochMs;
  readonly addressServiceId: string;
  readonly duration: number | null;
}

type TargetVerdict =
  | { readonly type: 'free'; readonly duration: number }
  | { readonly type: 'not-found' }
  | { readonly type: 'service-not-supported' };

/**
 * Whether a visit can be put there: its start is a slot that getSlots shows, the service is offered in it, and
 * the visit's whole length is inside the period and free. `exceptBookingId` does not stand in the way.
 */
export function checkTarget(
  address: Address,
  target: Target,
  exceptBookingId: string | null,
): TargetVerdict {
  const busy = busyRanges(address, exceptBookingId);
  const found = slotAt(address, target.start, busy);
  if (found === null) return { type: 'not-found' };
  const offered = found.slot.services.find(
    (service) => service.addressServiceId === target.addressServiceId,
  );
  if (offered === undefined) return { type: 'service-not-supported' };
  const duration = target.duration ?? offered.duration;
  return fits(found.period, busy, target.start, duration)
    ? { type: 'free', duration }
    : { type: 'not-found' };
}
