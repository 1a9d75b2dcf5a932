import {
  type ComputedCalendar,
  type Finding,
  type Severity,
  type Zone,
  zoneOf,
} from '@slotwright/engine';
import type { Format, Style } from '../io.js';
import { localText, spanText } from './clock.js';
import { counted, hanging, paragraph } from './wrapping.js';

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

const FORMAT = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  Format
>;

/** Findings of a calendar that say the same but for the date; the first of them and the others. */
export interface RepeatedFinding {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** Puts findings together that say the same of the same ids on different dates. */
export function repeatedFindings(findings: readonly Finding[]): readonly RepeatedFinding[] {
  const groups = new Map<string, { first: Finding; others: Finding[] }>();
  for (const finding of findings) {
    const timeless = finding.message.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'DATE');
    const key = JSON.stringify([finding.code, finding.ids, timeless]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: finding, others: [] });
    else group.others.push(finding);
  }
  return [...groups.values()];
}

/** When, which kind, and the sentence below; how often it is repeated. */
export function findingLines(
  { first, others }: RepeatedFinding,
  { calendar }: Pick<ComputedCalendar, 'calendar'>,
  width: number,
  style: Style,
): readonly string[] {
  const zone = zoneOf(calendar.timezone);
  const { severity, code, message } = first;
  const [head = '', ...more] = hanging(
    '    ',
    [severity, code, spanText(zone, first)],
    width,
    '  ',
  );
  return [
    head.replace(severity, style(FORMAT[severity], severity)),
    ...more,
    ...paragraph('      ', message + repetition(others, zone), width),
  ];
}

/** ` The same 6 more times, last on 2026-11-26.` */
function repetition(others: readonly Finding[], zone: Zone): string {
  const last = others.at(-1);
  if (last === undefined) return '';
  const date = localText(zone, last.start).slice(0, 10);
  if (others.length === 1) return ` The same once more, on ${date}.`;
  return ` The same ${others.length} more times, last on ${date}.`;
}

/** `1 error, 2 warnings, no infos` */
export function severityCounts(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => {
    const count = countOf(findings, severity);
    return count === 0 ? `no ${severity}s` : counted(count, severity);
  }).join(', ');
}

/** How many findings have this severity. */
export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((each) => each.severity === severity).length;
}
