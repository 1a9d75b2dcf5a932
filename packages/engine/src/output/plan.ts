import type { ComputedDocument } from '../findings/computeDocument.js';
import { type PlanRisk, totalRisk } from '../plan/risk.js';
import type { SlotsRequest } from '../plan/slots/requests.js';
import type { BreakRequest, Step, SyncPlan } from '../plan/step.js';
import { type SyncTotals, syncTotals } from '../plan/totals.js';
import { formatUtc } from '../time/iso.js';
import { type FindingOutput, findingOutput } from './findings.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

/** What a plan sends, counted. */
export interface PlanTotals {
  /** Work periods that are sent. */
  readonly workPeriods: number;
  /** Clearing entries. */
  readonly clears: number;
  /** Free starts of the dates that change, as patients will see them; in a first sync, those of the preview. */
  readonly slots: number;
  /** Calls that applying would make. */
  readonly writes: number;
}

/** What is sent for one calendar. */
export interface CalendarPlan {
  /** The calendar's id in the document. */
  readonly id: string;
  /** Docplanner's ids of the calendar. */
  readonly facilityId: string;
  /** Docplanner's id of the doctor. */
  readonly doctorId: string;
  /** Docplanner's id of the address. */
  readonly addressId: string;
  /** IANA name; all times have its offset. */
  readonly timezone: string;
  /** Bodies of PUT …/slots. */
  readonly requests: readonly SlotsRequest[];
  /** Bodies of POST …/breaks. */
  readonly breaks: readonly BreakRequest[];
  /** Of this calendar. */
  readonly totals: PlanTotals;
}

/** What `slotwright plan --format json` prints, version 1. */
export interface PlanOutput {
  /** Of the format. */
  readonly version: 1;
  /** In UTC. */
  readonly now: string;
  /** The dates that were planned. */
  readonly horizon: HorizonOutput;
  /** In the document's order. */
  readonly calendars: readonly CalendarPlan[];
  /** Of all calendars, in order. */
  readonly findings: readonly FindingOutput[];
  /** Of all calendars. */
  readonly totals: PlanTotals & { readonly calendars: number };
}

/** What `slotwright plan --state … --format json` prints: a plan, and all of its calls in their order. */
export interface ChangesOutput extends PlanOutput {
  /** In the document's order, with the calls of each. */
  readonly calendars: readonly (CalendarPlan & {
    readonly steps: readonly Step[];
    readonly risk: PlanRisk;
  })[];
  /** Of all calendars. */
  readonly risk: PlanRisk;
  /** Of all calendars, moves and deletions of breaks too. */
  readonly totals: SyncTotals & Pick<PlanTotals, 'slots'>;
}

/**
 * What a calendar's plan sends, in wire form.
 *
 * Law: with nothing known, the entries of a date tile it from its first minute to 23:59.
 *
 * @example
 * const result = computeCalendar(calendar, monday, now);
 * const split = { type: 'one-request' };
 * const plan = calendarPlan(syncPlan(result, NOTHING_KNOWN, undefined, split));
 * plan.totals // => { workPeriods: 2, clears: 3, slots: 2, writes: 1 }
 * plan.requests[0].slots[2]
 * // => { start: '2026-10-05T09:30:00+02:00', end: '2026-10-05T10:00:00+02:00', address_services: [] }
 */
export function calendarPlan(plan: SyncPlan): CalendarPlan {
  const { calendar, facilityId, doctorId, addressId, timezone, steps, expected } = plan;
  const { workPeriods, clears, writes } = syncTotals([plan]);
  const slots = expected.reduce((count, date) => count + date.slots.length, 0);
  return {
    id: calendar,
    facilityId,
    doctorId,
    addressId,
    timezone,
    requests: steps.flatMap((step) => (step.type === 'replace-slots' ? [step.body] : [])),
    breaks: steps.flatMap((step) => (step.type === 'create-break' ? [step.body] : [])),
    totals: { workPeriods, clears, slots, writes },
  };
}

/**
 * The plans of a document's calendars with its findings: what `slotwright plan --format json` prints.
 *
 * @example
 * const result = computeDocument(document, monday, now, []);
 * const split = { type: 'one-request' };
 * const plans = result.calendars.map((each) => syncPlan(each, NOTHING_KNOWN, undefined, split));
 * planOutput(result, plans).totals
 * // => { calendars: 1, workPeriods: 2, clears: 3, slots: 2, writes: 1 }
 */
export function planOutput(
  result: Pick<ComputedDocument, 'now' | 'horizon' | 'calendars'>,
  plans: readonly SyncPlan[],
): PlanOutput {
  const calendars = plans.map(calendarPlan);
  const { workPeriods, clears, writes } = syncTotals(plans);
  return {
    version: 1,
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    calendars,
    findings: findingOutput(result),
    totals: {
      calendars: calendars.length,
      workPeriods,
      clears,
      slots: calendars.reduce((sum, { totals }) => sum + totals.slots, 0),
      writes,
    },
  };
}

/**
 * The same with the calls themselves, moves and deletions of breaks among them: what
 * `slotwright plan --state … --format json` prints.
 *
 * @example
 * const result = computeDocument(document, monday, now, []);
 * const split = { type: 'one-request' };
 * const plans = result.calendars.map((each) => syncPlan(each, NOTHING_KNOWN, undefined, split));
 * changesOutput(result, plans, {}).calendars[0].steps.map(({ type }) => type) // => ['replace-slots']
 */
export function changesOutput(
  result: Pick<ComputedDocument, 'now' | 'horizon' | 'calendars'>,
  plans: readonly SyncPlan[],
  risks: Readonly<Record<string, PlanRisk>>,
): ChangesOutput {
  const output = planOutput(result, plans);
  const riskOf = ({ calendar }: SyncPlan): PlanRisk => risks[calendar] ?? totalRisk([]);
  return {
    ...output,
    calendars: plans.map((plan) => {
      const { totals, ...rest } = calendarPlan(plan);
      return { ...rest, steps: plan.steps, risk: riskOf(plan), totals };
    }),
    risk: totalRisk(plans.map(riskOf)),
    totals: { ...syncTotals(plans), slots: output.totals.slots },
  };
}
