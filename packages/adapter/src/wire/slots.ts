import { z } from 'zod';
import { collection, Duration, Id, Time } from './scalars.js';

/** A free start as getSlots shows it (Docplanner API, section 9.1). */
export interface FreeSlot {
  /** `2026-10-05T09:00:00+02:00` */
  readonly start: string;
  /** What can be booked then, in the answer's order. */
  readonly services: readonly SlotService[];
}

export interface SlotService {
  readonly addressServiceId: string;
  /** Minutes; undefined when the answer does not say. */
  readonly duration: number | undefined;
}

const Service = z
  .looseObject({ id: Id, duration: Duration.nullish() })
  .transform(
    ({ id, duration }): SlotService => ({ addressServiceId: id, duration: duration ?? undefined }),
  );

export const FreeSlots = collection(
  z
    .looseObject({ start: Time, address_services: collection(Service).nullish() })
    .transform(
      ({ start, address_services: services }): FreeSlot => ({ start, services: services ?? [] }),
    ),
);
