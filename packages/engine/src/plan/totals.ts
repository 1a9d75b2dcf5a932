import type { Step, SyncPlan } from './step.js';

/** What a plan changes, counted. */
export interface SyncTotals {
  /** Calendars of the plan, those without steps included. */
  readonly calendars: number;
  /** Dates that are sent. */
  readonly datesChanged: number;
  /** Work periods that are sent. */
  readonly workPeriods: number;
  /** Clearing entries. */
  readonly clears: number;
  /** POST …/breaks. */
  readonly breaksCreated: number;
  /** PATCH …/breaks. */
  readonly breaksMoved: number;
  /** DELETE …/breaks. */
  readonly breaksDeleted: number;
  /** Calls that change something at Docplanner. */
  readonly writes: number;
}

/**
 * Counts what plans change. A break that is moved in two calls is created and deleted.
 *
 * @example
 * syncTotals([]).writes // => 0
 */
export function syncTotals(calendars: readonly Pick<SyncPlan, 'steps'>[]): SyncTotals {
  const steps = calendars.flatMap((calendar) => calendar.steps);
  const count = (type: Step['type']): number => steps.filter((step) => step.type === type).length;
  const sent = steps.flatMap((step) => (step.type === 'replace-slots' ? [step] : []));
  const entries = sent.flatMap(({ body }) => body.slots);
  const clears = entries.filter(({ address_services }) => address_services.length === 0).length;
  return {
    calendars: calendars.length,
    datesChanged: sent.reduce((total, { dates }) => total + dates.length, 0),
    workPeriods: entries.length - clears,
    clears,
    breaksCreated: count('create-break'),
    breaksMoved: count('move-break'),
    breaksDeleted: count('delete-break'),
    writes: steps.length,
  };
}

/**
 * The most calls that carrying plans out takes: where Docplanner refuses several dates in one request, one a date,
 * and one a calendar that is refused first.
 *
 * @example
 * const several = { type: 'replace-slots', dates: ['2026-10-05', '2026-10-06'], body: { slots: [] } };
 * mostWrites([{ steps: [several] }]) // => 3
 */
export function mostWrites(calendars: readonly Pick<SyncPlan, 'steps'>[]): number {
  return calendars.reduce((sum, { steps }) => {
    const dates = steps.map((step) => (step.type === 'replace-slots' ? step.dates.length : 1));
    const refused = dates.some((count) => count > 1) ? 1 : 0;
    return sum + dates.reduce((calls, count) => calls + Math.max(1, count), refused);
  }, 0);
}
