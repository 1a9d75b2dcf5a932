import { gridOf, type Period } from './periods.js';

export interface Slot {
  readonly start: number;
  /** In the calendar's order of services. */
  readonly serviceIds: readonly string[];
}

/** Semantics 5: the grid points of a period at which a patient can book something. */
export function slotsOf(period: Period, blocked: ReadonlySet<number>): readonly Slot[] {
  const cell = gridOf(period);
  const free = (start: number, end: number): boolean => {
    for (let minute = start; minute < end; minute++) if (blocked.has(minute)) return false;
    return true;
  };
  const slots: Slot[] = [];
  for (let start = period.start; start < period.end; start += cell) {
    const serviceIds = period.services
      .filter(({ duration }) => start + duration <= period.end && free(start, start + duration))
      .map(({ id }) => id);
    if (serviceIds.length > 0) slots.push({ start, serviceIds });
  }
  return slots;
}
