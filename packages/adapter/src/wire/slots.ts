import type { Instant } from '@slotwright/engine';
import * as z from 'zod';
import { collection, Duration, Id } from './scalars.js';
import { Time } from './time.js';

/** A free start as getSlots shows it (Docplanner API, section 9.1). */
export interface FreeSlot {
  /** Minutes since 1970-01-01T00:00Z; seconds are cut off. */
  readonly start: Instant;
  /** What can be booked then, in the answer's order. */
  readonly services: readonly SlotService[];
}

/** A service that can be booked at a start. */
export interface SlotService {
  /** As address services have it. */
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
  z.looseObject({ start: Time, address_services: collection(Service).nullish() }).transform(
    ({ start, address_services: services }): FreeSlot => ({
      start: start.begun,
      services: services ?? [],
    }),
  ),
);
