import type { CheckedCalendar, ComputedDocument, Severity } from '@slotwright/engine';
import type { Style } from '../io.js';
import { countOf, findingLines, repeatedFindings, SEVERITIES, severityCounts } from './findings.js';
import { datesText } from './heading.js';
import { counted, paragraph } from './wrapping.js';

/** All findings for people: the worst first, by calendar, and a summary. */
export function checkText(
  result: ComputedDocument,
  width: number,
  style: Style,
): readonly string[] {
  const title = paragraph('', `Checked ${datesText(result)}.`, width);
  const parts = SEVERITIES.flatMap((severity) => severityLines(result, severity, width, style));
  const calendars = counted(result.calendars.length, 'calendar');
  const summary = `${calendars}: ${severityCounts(result.findings)}.`;
  return [...title, ...parts, '', ...paragraph('', summary, width)];
}

function severityLines(
  { calendars, findings }: ComputedDocument,
  severity: Severity,
  width: number,
  style: Style,
): readonly string[] {
  const count = countOf(findings, severity);
  if (count === 0) return [];
  const lines = calendars.flatMap((each) => calendarLines(each, severity, width, style));
  return ['', style('bold', counted(count, severity)), ...lines];
}

function calendarLines(
  result: CheckedCalendar,
  severity: Severity,
  width: number,
  style: Style,
): readonly string[] {
  const own = result.findings.filter((each) => each.severity === severity);
  if (own.length === 0) return [];
  const lines = repeatedFindings(own).flatMap((each) => findingLines(each, result, width, style));
  const { id, timezone } = result.calendar;
  return [...paragraph('  ', `${id} (${timezone})`, width), ...lines];
}
