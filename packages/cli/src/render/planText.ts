import type { ComputedCalendar, FindingOutput, PlanRisk, SyncPlan } from '@slotwright/engine';
import type { PlanFile } from '@slotwright/engine/plan';
import type { Judged } from '../exit.js';
import type { Style } from '../io.js';
import { dateLines } from './dateLines.js';
import { findingLines, findingsByCalendar, severityCounts } from './findings.js';
import { calendarTitle, clockChanges, horizonText, placeText } from './heading.js';
import { planBreakLines } from './planBreaks.js';
import { clearsTheRest, planDates } from './planDates.js';
import { oneByOneLines, type PlanSums, planSums, slotsSent, totalsWords } from './planTotals.js';
import { offeredBy } from './services.js';
import type { Day } from './weeks.js';
import { counted, list, paragraph } from './wrapping.js';

/** More of a severity in one calendar are left to `check`. */
const MAX_OF_A_SEVERITY = 10;

/** Where a text goes. */
export interface Page {
  readonly width: number;
  readonly style: Style;
}

/** What is told of one calendar of a plan. */
export interface CalendarText {
  /** In one piece, which takes a fraction of the memory of its lines; none where there is nothing to send and to know. */
  readonly text: string | undefined;
  readonly sums: PlanSums;
}

/** What is to be sent to one calendar, and what is known of it beside its plan. */
export interface CalendarToShow {
  readonly plan: SyncPlan;
  /** What the plan was made from; a plan file has none, and then services are told by their ids. */
  readonly computed: ComputedCalendar | undefined;
  /** Of this calendar. */
  readonly findings: readonly FindingOutput[];
  readonly risk: PlanRisk | undefined;
  /** How many there are to be on the dates that are sent. */
  readonly slots: number;
  /** The sums of an only calendar are the total. */
  readonly isOnly: boolean;
}

/** What is to be sent, for people: by calendar the dates and breaks that change, and what to know before. */
export function planText(
  plan: Pick<PlanFile, 'now' | 'horizon' | 'calendars' | 'findings' | 'risk'>,
  computed: readonly ComputedCalendar[],
  page: Page,
): readonly string[] {
  const known = new Map(
    computed.map((each): [string, ComputedCalendar] => [each.calendar.id, each]),
  );
  const findings = findingsByCalendar(plan.findings);
  const isOnly = plan.calendars.length === 1;
  const calendars = plan.calendars.map((each) => {
    const id = each.calendar;
    const own = findings.get(id) ?? [];
    const shown = { plan: each, computed: known.get(id), findings: own, risk: plan.risk[id] };
    return calendarText({ ...shown, slots: slotsSent(each), isOnly }, page);
  });
  const planned = new Set(plan.calendars.map(({ calendar }) => calendar));
  const leftBehind = [...findings].flatMap(([id, own]) =>
    planned.has(id)
      ? []
      : ['', page.style('bold', id), ...findingSection(own, page.width, page.style)],
  );
  const texts = calendars.flatMap(({ text }) => text ?? []);
  return wholeText(plan, [...texts, ...leftBehind], calendars, page);
}

/** What there is to say of calendars, and their total. */
export function wholeText(
  plan: Pick<PlanFile, 'now' | 'horizon'> & { readonly findings: readonly Judged[] },
  lines: readonly string[],
  calendars: readonly Pick<CalendarText, 'sums'>[],
  { width }: Pick<Page, 'width'>,
): readonly string[] {
  const sums = calendars.map((each) => each.sums);
  const same = sums.filter(({ writes }) => writes === 0).length;
  const total = [
    counted(calendars.length, 'calendar'),
    ...totalsWords(sums),
    severityCounts(plan.findings),
  ];
  return [
    ...paragraph('', `Plan for ${horizonText(plan)}.`, width),
    ...lines,
    '',
    ...(same === 0 ? [] : [`Nothing to send in ${counted(same, 'calendar')}.`]),
    ...list('Total: ', total, width),
    ...oneByOneLines(sums, width),
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

/** What is to be sent to one calendar, and what to know of it before. */
export function calendarText(shown: CalendarToShow, { width, style }: Page): CalendarText {
  const { plan, computed, findings, risk, slots, isOnly } = shown;
  const sums = planSums(plan, slots);
  if (plan.steps.length === 0 && findings.every(isMinor)) return { text: undefined, sums };
  const offered = offeredBy(plan);
  const days = planDates(plan, offered, computed);
  const rest = 'Nothing is known of these dates: all other time of them is cleared.';
  const lines = [
    '',
    style('bold', calendarTitle(plan.calendar, plan.timezone)),
    ...paragraph('  ', placeText(plan), width),
    ...clockChangeLines(computed, days, width),
    ...offered.legend(computed?.calendar.services ?? [], width),
    ...(clearsTheRest(plan) ? paragraph('  ', rest, width) : []),
    ...dateLines(days, width, style),
    ...planBreakLines(plan, width, style),
    ...findingSection(findings, width, style),
    ...riskLines(risk, width, style),
    ...(isOnly ? [] : ['', ...list('  Sends ', totalsWords([sums]), width)]),
  ];
  return { text: lines.map((line) => line.trimEnd()).join('\n'), sums };
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
