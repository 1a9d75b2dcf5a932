import { type PlanFile, type SyncPlan, syncTotals } from '@slotwright/engine';
import type { Style } from '../io.js';
import { changedBreakLines } from './changedBreaks.js';
import { changedDateLines } from './changedDates.js';
import { changedDays, clearsTheRest, sentServices } from './changedDays.js';
import { planFindingLines, severityCounts } from './planFindings.js';
import { counted, list, paragraph } from './wrapping.js';

/** Names of address services, where they are known. */
export type ServiceNames = ReadonlyMap<string, string>;

/** What is to be sent, for people: by calendar the dates and breaks that change, and what to know before. */
export function changesText(
  plan: PlanFile,
  names: ServiceNames,
  width: number,
  style: Style,
): readonly string[] {
  const changing = plan.calendars.filter(({ steps }) => steps.length > 0);
  const same = plan.calendars.length - changing.length;
  const { from, through } = plan.horizon;
  const title = `Changes since the last apply, ${from} to ${through}, as of ${plan.now}.`;
  const nothing = `Nothing has changed in ${counted(same, 'calendar')}${changing.length > 0 ? ' more' : ''}.`;
  return [
    ...paragraph('', title, width),
    ...changing.flatMap((each) => ['', ...calendarLines(each, names, width, style)]),
    ...planFindingLines(plan.findings, width, style),
    '',
    ...(same > 0 ? [nothing] : []),
    ...(changing.length > 0 || plan.findings.length > 0
      ? list('Total: ', [...totalsWords(plan.calendars), severityCounts(plan.findings)], width)
      : []),
  ];
}

function calendarLines(
  plan: SyncPlan,
  names: ServiceNames,
  width: number,
  style: Style,
): readonly string[] {
  const { calendar, facilityId, doctorId, addressId, timezone } = plan;
  const services = sentServices(plan);
  const days = changedDays(plan, services);
  const place = `facility ${facilityId}, doctor ${doctorId}, address ${addressId}, ${timezone}`;
  const rest = clearsTheRest(plan)
    ? paragraph('  ', 'Nothing is known of these dates: all other time of them is cleared.', width)
    : [];
  return [
    style('bold', calendar),
    ...paragraph('  ', place, width),
    ...services.ways.flatMap(({ letter, entry }) => {
      const offered = entry.address_services.map(
        ({ address_service_id: id, duration }) => `${names.get(id) ?? id} ${duration} min`,
      );
      const insurance = entry.insurance_accepted?.replaceAll('-', ' ');
      const label = letter === '' ? '  ' : `  ${letter}  `;
      return list(label, [...offered, ...(insurance === undefined ? [] : [insurance])], width);
    }),
    ...rest,
    ...changedDateLines(days, width, style),
    ...changedBreakLines(plan, width, style),
    '',
    ...list('  Sends ', totalsWords([plan]), width),
  ];
}

function totalsWords(plans: readonly SyncPlan[]): readonly string[] {
  const totals = syncTotals(plans);
  const breaks = [
    { count: totals.breaksCreated, done: 'created' },
    { count: totals.breaksMoved, done: 'moved' },
    { count: totals.breaksDeleted, done: 'deleted' },
  ].filter(({ count }) => count > 0);
  return [
    `${counted(totals.datesChanged, 'date')} with ${counted(totals.workPeriods, 'work period')}`,
    `${counted(totals.clears, 'range')} cleared`,
    ...breaks.map(({ count, done }) => `${counted(count, 'break')} ${done}`),
    counted(totals.writes, 'write call'),
  ];
}
