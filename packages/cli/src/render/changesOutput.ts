import type {
  BreakRequest,
  PlanFile,
  PlanTotals,
  SlotsRequest,
  Step,
  SyncPlan,
  SyncTotals,
} from '@slotwright/engine';
import { syncTotals } from '@slotwright/engine';

type Place = Pick<SyncPlan, 'facilityId' | 'doctorId' | 'addressId' | 'timezone'>;

interface CalendarChanges extends Place {
  readonly id: string;
  readonly requests: readonly SlotsRequest[];
  readonly breaks: readonly BreakRequest[];
  readonly steps: readonly Step[];
  readonly totals: PlanTotals;
}

/** What `slotwright plan --state … --format json` prints: the shape of a plan, and the steps in their order. */
export interface ChangesOutput extends Pick<PlanFile, 'now' | 'horizon' | 'findings'> {
  readonly version: 1;
  readonly calendars: readonly CalendarChanges[];
  readonly totals: SyncTotals & Pick<PlanTotals, 'slots'>;
}

/** Only what differs from what was published; `slots` counts free starts of the dates that change. */
export function changesOutput({
  now,
  horizon,
  calendars,
  findings,
  totals,
}: PlanFile): ChangesOutput {
  const changes = calendars.map(calendarChanges);
  const slots = changes.reduce((sum, each) => sum + each.totals.slots, 0);
  return { version: 1, now, horizon, calendars: changes, findings, totals: { ...totals, slots } };
}

function calendarChanges(plan: SyncPlan): CalendarChanges {
  const { calendar, facilityId, doctorId, addressId, timezone, steps, expected } = plan;
  const { workPeriods, clears, writes } = syncTotals([plan]);
  return {
    id: calendar,
    facilityId,
    doctorId,
    addressId,
    timezone,
    requests: steps.flatMap((step) => (step.type === 'replace-slots' ? [step.body] : [])),
    breaks: steps.flatMap((step) => (step.type === 'create-break' ? [step.body] : [])),
    steps,
    totals: {
      workPeriods,
      clears,
      slots: expected.reduce((count, date) => count + date.slots.length, 0),
      writes,
    },
  };
}
