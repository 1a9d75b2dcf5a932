import {
  type CheckedCalendar,
  type ComputedDocument,
  type PlanOutput,
  zoneOf,
} from '@slotwright/engine';
import type { Style } from '../io.js';
import { spanText } from './clock.js';
import { findingLines, repeatedFindings, SEVERITIES, severityCounts } from './findings.js';
import { calendarHeading, datesText } from './heading.js';
import { offeredBy } from './offered.js';
import { planDays } from './planDays.js';
import { weekLines } from './planWeeks.js';
import { counted, list, paragraph } from './wrapping.js';

type Totals = PlanOutput['totals'];

/** A plan for people: by calendar and week, what would be sent, and what to know before. */
export function planText(
  result: ComputedDocument,
  plan: PlanOutput,
  width: number,
  style: Style,
): readonly string[] {
  const title = `Plan for ${datesText(result)}.`;
  const calendars = result.calendars.flatMap((each, index) => {
    const totals = plan.calendars[index]?.totals;
    return totals === undefined ? [] : ['', ...calendarLines(each, totals, width, style)];
  });
  const { totals } = plan;
  const sums = [
    counted(totals.calendars, 'calendar'),
    ...totalsWords(totals),
    severityCounts(result.findings),
  ];
  return [
    ...paragraph('', title, width),
    'A dry run: nothing is sent.',
    ...calendars,
    '',
    ...list('Total: ', sums, width),
  ];
}

function calendarLines(
  result: CheckedCalendar,
  totals: Omit<Totals, 'calendars'>,
  width: number,
  style: Style,
): readonly string[] {
  const offered = offeredBy(result);
  const days = planDays(result, offered);
  return [
    ...calendarHeading(result, width, style),
    ...offered.legend(width),
    ...weekLines(days, width, style),
    ...breakLines(result, width, style),
    ...calendarFindingLines(result, width, style),
    '',
    ...list('  Sends ', totalsWords(totals), width),
  ];
}

function totalsWords({
  workPeriods,
  clears,
  slots,
  writes,
}: Omit<Totals, 'calendars'>): readonly string[] {
  return [
    `${counted(workPeriods, 'work period')} with ${counted(slots, 'slot')}`,
    `${counted(clears, 'range')} cleared (all other time)`,
    counted(writes, 'write call'),
  ];
}

/** Breaks for the breaks endpoint; occurrences of one break at the same time of day together. */
function breakLines(
  { calendar, breaksToSend }: CheckedCalendar,
  width: number,
  style: Style,
): readonly string[] {
  if (breaksToSend.length === 0) return [];
  const zone = zoneOf(calendar.timezone);
  const groups = new Map<string, string[]>();
  for (const time of breaksToSend) {
    const text = spanText(zone, time);
    const key = JSON.stringify([time.description, text.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'DATE')]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [time.description, text]);
    else group.push(text);
  }
  const lines = [...groups.values()].flatMap(([description = '', first = '', ...others]) => {
    const last = others.at(-1);
    const more =
      last === undefined
        ? ''
        : ` and ${counted(others.length, 'more date')} through ${last.slice(0, 10)}`;
    return paragraph('    ', `${first}${more}: ${description}`, width);
  });
  return ['', style('bold', `  Breaks to send: ${breaksToSend.length}`), ...lines];
}

/** Infos beyond these are left to `check`. */
const MOST_OF_A_SEVERITY = 10;

function calendarFindingLines(
  result: CheckedCalendar,
  width: number,
  style: Style,
): readonly string[] {
  if (result.findings.length === 0) return [];
  const repeated = repeatedFindings(result.findings);
  const lines = SEVERITIES.flatMap((severity) => {
    const own = repeated.filter(({ first }) => first.severity === severity);
    const shown = own.slice(0, MOST_OF_A_SEVERITY);
    const left = own.length - shown.length;
    return [
      ...shown.flatMap((each) => findingLines(each, result, width, style)),
      ...(left > 0
        ? paragraph('    ', `and ${left} more of severity ${severity}: see slotwright check`, width)
        : []),
    ];
  });
  const title = paragraph('  Findings: ', severityCounts(result.findings), width);
  return ['', ...title.map((line) => style('bold', line)), ...lines];
}
