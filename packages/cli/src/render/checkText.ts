import {
  type ComputedDocument,
  checkOutput,
  type FindingOutput,
  type Severity,
} from '@slotwright/engine';
import { SEVERITIES } from '../exit.js';
import type { Style } from '../io.js';
import { findingLines, findingsByCalendar, severityCounts } from './findings.js';
import { calendarTitle, datesText } from './heading.js';
import { counted, paragraph } from './wrapping.js';

/** All findings for people: the worst first, by calendar, those that are accepted last, and a summary. */
export function checkText(
  result: ComputedDocument,
  width: number,
  style: Style,
): readonly string[] {
  const { findings } = checkOutput(result);
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const accepted = findings.filter((finding) => finding.accepted !== undefined);
  const section = (title: string, own: readonly FindingOutput[]): readonly string[] =>
    own.length === 0 ? [] : ['', style('bold', title), ...calendarLines(result, own, width, style)];
  const ofSeverity = (severity: Severity): readonly string[] => {
    const own = open.filter((each) => each.severity === severity);
    return section(counted(own.length, severity), own);
  };
  const calendars = counted(result.calendars.length, 'calendar');
  const summary = `${calendars}: ${severityCounts(findings)}.`;
  return [
    ...paragraph('', `Checked ${datesText(result)}.`, width),
    ...SEVERITIES.flatMap(ofSeverity),
    ...section(`${accepted.length} accepted`, accepted),
    '',
    ...paragraph('', summary, width),
  ];
}

function calendarLines(
  { calendars }: ComputedDocument,
  findings: readonly FindingOutput[],
  width: number,
  style: Style,
): readonly string[] {
  const byCalendar = findingsByCalendar(findings);
  return calendars.flatMap(({ calendar: { id, timezone } }) => {
    const own = byCalendar.get(id);
    if (own === undefined) return [];
    const title = paragraph('  ', calendarTitle(id, timezone), width);
    return [...title, ...findingLines(own, Number.POSITIVE_INFINITY, width, style)];
  });
}
