import { err, ok, type Result } from 'neverthrow';
import type { ApplyReport, CalendarReport } from '../apply/report/applyReport.js';
import { applyPlans } from '../apply/run/applyPlans.js';
import { type GuardOptions, removalsRefused } from './guard.js';
import type { PlanParts } from './makePlan.js';
import { type PreparedPlan, refusingFindings, type UnreadCalendar } from './preparedPlan.js';
import type { SyncError } from './syncError.js';

/**
 * Carries a plan out, if the document that it was made of has no errors. Calendars that could not be read are
 * in the report as failed, and nothing is sent to them.
 */
export async function carryOut(
  { client, store, settings }: PlanParts,
  { plan, known, views, unread }: PreparedPlan,
  guard: GuardOptions,
): Promise<Result<ApplyReport, SyncError>> {
  const findings = refusingFindings(plan.findings);
  if (findings.length > 0) return err({ type: 'error-findings', findings });
  const removals = removalsRefused(plan, guard);
  if (removals.length > 0) return err({ type: 'removes-too-much', removals });
  const failed = new Map(unread.map((each) => [each.calendar, each]));
  const plans = plan.calendars.filter(({ calendar }) => !failed.has(calendar));
  const applied = await applyPlans(
    client,
    store,
    { plans, known, views, retired: new Set(plan.retired) },
    settings,
  );
  if (applied.isErr()) return err(applied.error);
  const { ending, calendars } = applied.value;
  const reports = new Map(calendars.map((report) => [report.calendar, report]));
  return ok({
    ending,
    calendars: plan.calendars.flatMap(({ calendar }) => {
      const one = failed.get(calendar);
      return (one === undefined ? reports.get(calendar) : unreadReport(one)) ?? [];
    }),
  });
}

function unreadReport({ calendar, address, error }: UnreadCalendar): CalendarReport {
  return {
    calendar,
    address,
    outcome: 'failed',
    checked: 'changes',
    stepsLeft: 0,
    calls: { reads: 0, writes: 0 },
    differences: [],
    lostBreaks: [],
    bookingsChanged: false,
    problems: [{ type: 'read-failed', error }],
  };
}
