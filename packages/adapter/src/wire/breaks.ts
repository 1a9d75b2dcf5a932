import type { Instant } from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import * as z from 'zod';
import { collection, Id, OptionalText } from './scalars.js';
import { Time } from './time.js';

/**
 * A break as Docplanner has it (Docplanner API, section 10): from `start` to `end` in minutes since
 * 1970-01-01T00:00Z, all that it touches where it has seconds.
 */
export interface RemoteBreak extends Interval<Instant> {
  /** Docplanner's; a move keeps it. */
  readonly id: string;
  /** Its start as plans and states have it, `2026-10-05T09:00:00+02:00`. */
  readonly since: string;
  /** Its end in that form. */
  readonly till: string;
  /** What the doctor, or whoever made it, wrote. */
  readonly description: string | undefined;
}

export const Break = z
  .looseObject({ id: Id, since: Time, till: Time, description: OptionalText })
  .transform(
    ({ id, since, till, description }): RemoteBreak => ({
      id,
      start: since.begun,
      end: till.over,
      since: since.text,
      till: till.text,
      description,
    }),
  );

export const Breaks = collection(Break);
