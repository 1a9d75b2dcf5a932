import type { ComputedCalendar, FindingOutput, SyncPlan } from '@slotwright/engine';
import type { PlanFile, PlanRisk } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import { dateLines } from './dateLines.js';
import { findingLines, findingsByCalendar, severityCounts } from './findings.js';
import { calendarTitle, clockChanges, horizonText, placeText } from './heading.js';
import { planBreakLines } from './planBreaks.js';
import { clearsTheRest, planDates } from './planDates.js';
import { oneByOneLines, totalsWords } from './planTotals.js';
import { offeredBy } from './services.js';
import type { Day } from './weeks.js';
import { counted, list, paragraph } from './wrapping.js';

/** What is shown of a plan, whether it was made now or comes from a file. */
export type ShownPlan = Pick<PlanFile, 'now' | 'horizon' | 'calendars' | 'findings'> &
  Partial<Pick<PlanFile, 'risk'>>;

/** More of a severity in one calendar are left to `check`. */
const MAX_OF_A_SEVERITY = 10;

/**
 * What is to be sent, for people: by calendar the dates and breaks that change, and what to know before.
 * `computed` are the calendars that the plan was made from; a plan file has none, and then services are told
 * by their ids.
 */
export function planText(
  plan: ShownPlan,
  computed: readonly ComputedCalendar[],
  width: number,
  style: Style,
): readonly string[] {
  const { calendars, findings } = plan;
  const known = new Map(
    computed.map((each): [string, ComputedCalendar] => [each.calendar.id, each]),
  );
  const byCalendar = findingsByCalendar(findings);
  const told = calendars.flatMap((each) => {
    const own = byCalendar.get(each.calendar) ?? [];
    if (each.steps.length === 0 && own.every(isMinor)) return [];
    // The sums of an only calendar are the total.
    const sums =
      calendars.length === 1 ? [] : ['', ...list('  Sends ', totalsWords([each]), width)];
    const taken = riskLines(plan.risk?.[each.calendar], width, style);
    const last = [...taken, ...sums];
    return ['', ...calendarLines(each, known.get(each.calendar), own, last, width, style)];
  });
  const same = calendars.filter(({ steps }) => steps.length === 0).length;
  return [
    ...paragraph('', `Plan for ${horizonText(plan)}.`, width),
    ...told,
    '',
    ...(same === 0 ? [] : [`Nothing to send in ${counted(same, 'calendar')}.`]),
    ...list(
      'Total: ',
      [counted(calendars.length, 'calendar'), ...totalsWords(calendars), severityCounts(findings)],
      width,
    ),
    ...oneByOneLines(calendars, width),
  ];
}

/** What a plan takes from patients, in words that a front desk understands; nothing where that is nothing. */
function riskLines(risk: PlanRisk | undefined, width: number, style: Style): readonly string[] {
  if (risk === undefined || risk.lost + risk.closed === 0) return [];
  const { starts, lost, closed } = risk;
  const why = [
    ...(lost === 0 ? [] : [`${lost} that no schedule offers any more`]),
    ...(closed === 0 ? [] : [`${closed} that are closed or on a break`]),
  ];
  const sentence = `Removes ${lost + closed} of ${counted(starts, 'free start')}: ${why.join(', ')}.`;
  return ['', ...paragraph('  ', sentence, width).map((line) => style('yellow', line))];
}

function isMinor({ severity, accepted }: FindingOutput): boolean {
  return severity === 'info' || accepted !== undefined;
}

function calendarLines(
  plan: SyncPlan,
  computed: ComputedCalendar | undefined,
  findings: readonly FindingOutput[],
  last: readonly string[],
  width: number,
  style: Style,
): readonly string[] {
  const offered = offeredBy(plan);
  const days = planDates(plan, offered, computed);
  const rest = 'Nothing is known of these dates: all other time of them is cleared.';
  return [
    style('bold', calendarTitle(plan.calendar, plan.timezone)),
    ...paragraph('  ', placeText(plan), width),
    ...clockChangeLines(computed, days, width),
    ...offered.legend(computed?.calendar.services ?? [], width),
    ...(clearsTheRest(plan) ? paragraph('  ', rest, width) : []),
    ...dateLines(days, width, style),
    ...planBreakLines(plan, width, style),
    ...findingSection(findings, width, style),
    ...last,
  ];
}

/** When the clocks change, if on dates that are sent. */
function clockChangeLines(
  computed: ComputedCalendar | undefined,
  days: readonly Day[],
  width: number,
): readonly string[] {
  const sent = new Set(days.map(({ date }) => date));
  const dates = computed?.dates.filter(({ date }) => sent.has(date)) ?? [];
  return computed === undefined ? [] : clockChanges(computed, dates, width);
}

function findingSection(
  findings: readonly FindingOutput[],
  width: number,
  style: Style,
): readonly string[] {
  if (findings.length === 0) return [];
  const title = paragraph('  Findings: ', severityCounts(findings), width);
  const lines = findingLines(findings, MAX_OF_A_SEVERITY, width, style);
  return ['', ...title.map((line) => style('bold', line)), ...lines];
}
