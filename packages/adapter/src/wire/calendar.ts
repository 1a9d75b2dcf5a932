import * as z from 'zod';

/** `missing`: the address has no calendar yet; enabling, slots or a break create it. */
export type CalendarStatus = 'enabled' | 'disabled' | 'missing';

/** Docplanner API, getCalendar. */
export const Calendar = z
  .looseObject({ status: z.enum(['enabled', 'disabled']) })
  .transform(({ status }): CalendarStatus => status);
