import { type Slot, slotsOfPeriod } from '../slots/grid.js';
import type { Range, WorkPeriod } from '../slots/workPeriod.js';
import { bookingRange } from '../state/booking.js';
import type { Address } from '../state/sandboxState.js';
import { type EpochMs, localDate } from '../time/zone.js';

/** What hides slots: active bookings and breaks. A booking that is being moved does not stand in its own way. */
export function busyRanges(address: Address, exceptBookingId: string | null): readonly Range[] {
  return [
    ...address.bookings
      .filter((booking) => booking.status === 'booked' && booking.id !== exceptBookingId)
      .map(bookingRange),
    ...address.breaks.map((calendarBreak) => ({
      start: calendarBreak.since,
      end: calendarBreak.till,
    })),
  ];
}

/** Periods less services that the address has no more; the grid of the period stays. */
function slotsNow(address: Address, period: WorkPeriod, busy: readonly Range[]): readonly Slot[] {
  const known = new Set(address.services.map((service) => service.id));
  return slotsOfPeriod(period, busy)
    .map((slot) => ({
      ...slot,
      services: slot.services.filter((service) => known.has(service.addressServiceId)),
    }))
    .filter((slot) => slot.services.length > 0);
}

/** What getSlots shows: free starts in [from, to), in order; none unless the calendar is enabled. */
export function visibleSlots(address: Address, from: EpochMs, to: EpochMs): readonly Slot[] {
  if (address.calendar !== 'enabled' || from >= to) return [];
  const first = localDate(from, address.zone);
  const last = localDate(to, address.zone);
  const busy = busyRanges(address, null).filter((range) => range.end > from);
  return [...address.days.entries()]
    .filter(([date]) => first <= date && date <= last)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, periods]) => periods)
    .flatMap((period) => slotsNow(address, period, busy))
    .filter((slot) => from <= slot.start && slot.start < to);
}

/** The slot shown at exactly this start, with the period that it belongs to. */
export function slotAt(
  address: Address,
  start: EpochMs,
  busy: readonly Range[],
): { readonly period: WorkPeriod; readonly slot: Slot } | null {
  if (address.calendar !== 'enabled') return null;
  const period = (address.days.get(localDate(start, address.zone)) ?? []).find(
    (candidate) => candidate.start <= start && start < candidate.end,
  );
  if (period === undefined) return null;
  const slot = slotsNow(address, period, busy).find((candidate) => candidate.start === start);
  return slot === undefined ? null : { period, slot };
}
