import type { Json } from '../answers/json.js';
import type { Range } from '../slots/workPeriod.js';
import type { EpochMs } from '../time/zone.js';
import type { AddressService } from './addressService.js';

export type Party = 'user' | 'doctor' | 'integration';

export interface BookedInsurance {
  readonly id: string;
  readonly name: string;
  readonly plan: string | null;
  readonly planId: string | null;
}

export interface Booking {
  readonly id: string;
  readonly status: 'booked' | 'canceled';
  readonly start: EpochMs;
  readonly duration: number;
  /** The address service as it was when it was booked. */
  readonly service: AddressService;
  readonly bookedBy: Party;
  readonly bookedAt: EpochMs;
  readonly canceledBy: Party | '';
  readonly canceledAt: EpochMs | null;
  readonly comment: string | null;
  /** In the form that answers have. */
  readonly patient: { readonly [key: string]: Json };
  readonly insurance: BookedInsurance | null;
  readonly confirmed: boolean;
  readonly presence: 'present' | 'absent' | null;
  /** The first booking of a chain of moves; its own id when it was never moved. */
  readonly originId: string;
  /** The booking that this one was moved to. */
  readonly movedTo: string | null;
}

export function bookingRange(booking: Booking): Range {
  return { start: booking.start, end: booking.start + booking.duration * 60_000 };
}
