import { z } from 'zod';
import { collection, Id, OptionalText, Time } from './scalars.js';

/** A break as Docplanner has it (Docplanner API, section 10). */
export interface RemoteBreak {
  readonly id: string;
  /** `2026-10-05T09:00:00+02:00` */
  readonly since: string;
  readonly till: string;
  readonly description: string | undefined;
}

export const Break = z
  .looseObject({ id: Id, since: Time, till: Time, description: OptionalText })
  .transform(({ id, since, till, description }): RemoteBreak => ({ id, since, till, description }));

export const Breaks = collection(Break);
