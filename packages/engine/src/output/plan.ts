import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import type { ComputedDocument } from '../findings/computeDocument.js';
import { firstSyncEntries } from '../plan/slots/entries.js';
import { type SlotsRequest, type Split, slotsRequests } from '../plan/slots/requests.js';
import type { BreakRequest } from '../plan/step.js';
import { instantFormatter } from '../time/formatter.js';
import { formatUtc } from '../time/iso.js';
import { zoneOf } from '../time/zone.js';
import { type FindingOutput, findingOutput } from './findings.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

export interface PlanTotals {
  readonly workPeriods: number;
  /** Clearing entries. */
  readonly clears: number;
  /** Free slot starts, as patients will see them. */
  readonly slots: number;
  /** Calls that applying would make. */
  readonly writes: number;
}

export interface CalendarPlan {
  readonly id: string;
  readonly facilityId: string;
  readonly doctorId: string;
  readonly addressId: string;
  readonly timezone: string;
  readonly requests: readonly SlotsRequest[];
  readonly breaks: readonly BreakRequest[];
  readonly totals: PlanTotals;
}

/** What `slotwright plan --format json` prints, version 1. */
export interface PlanOutput {
  readonly version: 1;
  readonly now: string;
  readonly horizon: HorizonOutput;
  readonly calendars: readonly CalendarPlan[];
  readonly findings: readonly FindingOutput[];
  readonly totals: PlanTotals & { readonly calendars: number };
}

/**
 * The calls of a calendar's first sync, in wire form: nothing is assumed of what Docplanner has.
 *
 * Law: the entries of a date tile it from its first minute to 23:59.
 *
 * @example
 * const plan = calendarPlan(computeCalendar(calendar, monday, now), { type: 'one-request' });
 * plan.totals // => { workPeriods: 2, clears: 3, slots: 2, writes: 1 }
 * plan.requests[0].slots[2]
 * // => { start: '2026-10-05T09:30:00+02:00', end: '2026-10-05T10:00:00+02:00', address_services: [] }
 */
export function calendarPlan(result: ComputedCalendar, split: Split): CalendarPlan {
  const { calendar, dates, workPeriods, slots, breaksToSend } = result;
  const iso = instantFormatter(zoneOf(calendar.timezone));
  const requests = slotsRequests(firstSyncEntries(dates, workPeriods, iso), split);
  const breaks = breaksToSend.map(({ start, end, description }) => ({
    since: iso(start),
    till: iso(end),
    description,
  }));
  const entries = requests.reduce((count, request) => count + request.slots.length, 0);
  return {
    id: calendar.id,
    facilityId: calendar.facilityId,
    doctorId: calendar.doctorId,
    addressId: calendar.addressId,
    timezone: calendar.timezone,
    requests,
    breaks,
    totals: {
      workPeriods: workPeriods.length,
      clears: entries - workPeriods.length,
      slots: slots.length,
      writes: requests.length + breaks.length,
    },
  };
}

/**
 * The plan of a first sync of all calendars, in wire form: what `slotwright plan --format json` prints.
 *
 * @example
 * planOutput(computeDocument(document, monday, now, []), { type: 'one-request' }).totals
 * // => { calendars: 1, workPeriods: 2, clears: 3, slots: 2, writes: 1 }
 */
export function planOutput(result: ComputedDocument, split: Split): PlanOutput {
  const calendars = result.calendars.map((calendar) => calendarPlan(calendar, split));
  const sum = (count: (totals: PlanTotals) => number): number =>
    calendars.reduce((total, { totals }) => total + count(totals), 0);
  return {
    version: 1,
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    calendars,
    findings: findingOutput(result),
    totals: {
      calendars: calendars.length,
      workPeriods: sum(({ workPeriods }) => workPeriods),
      clears: sum(({ clears }) => clears),
      slots: sum(({ slots }) => slots),
      writes: sum(({ writes }) => writes),
    },
  };
}
