import type { FindingOutput, Severity } from '@slotwright/engine';
import { groupBy, spanText } from '@slotwright/engine/plan';
import { type Judged, SEVERITIES } from '../exit.js';
import type { Format, Style } from '../io.js';
import { counted, hanging, paragraph } from './wrapping.js';

const FORMAT = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  Format
>;

/** Findings, the worst first, equal ones on several dates together; more than so many of a severity are counted. */
export function findingLines(
  findings: readonly FindingOutput[],
  most: number,
  width: number,
  style: Style,
): readonly string[] {
  const groups = repeatedFindings(findings);
  return SEVERITIES.flatMap((severity) => {
    const own = groups.filter(({ first }) => first.severity === severity);
    const left = own.length - most;
    return [
      ...own.slice(0, most).flatMap((each) => repeatedLines(each, width, style)),
      ...(left > 0
        ? paragraph('    ', `and ${left} more of severity ${severity}: see slotwright check`, width)
        : []),
    ];
  });
}

/** Findings by the calendar that they are about. */
export function findingsByCalendar(
  findings: readonly FindingOutput[],
): ReadonlyMap<string, readonly FindingOutput[]> {
  return groupBy(findings, ({ calendar }) => calendar);
}

/** `1 error, 2 warnings (1 accepted), no infos` */
export function severityCounts(findings: readonly Judged[]): string {
  return SEVERITIES.map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const accepted = own.filter((finding) => finding.accepted !== undefined).length;
    if (own.length === 0) return `no ${severity}s`;
    const all = accepted === own.length ? 'all ' : '';
    const marked = accepted === 0 ? '' : ` (${all}${all === '' ? `${accepted} ` : ''}accepted)`;
    return counted(own.length, severity) + marked;
  }).join(', ');
}

/** Findings that say the same but for the date; the first of them and the others. */
interface RepeatedFinding {
  readonly first: FindingOutput;
  readonly others: readonly FindingOutput[];
}

/** Puts findings together that say the same of the same ids on different dates. */
function repeatedFindings(findings: readonly FindingOutput[]): readonly RepeatedFinding[] {
  const groups = groupBy(findings, ({ code, ids, message, accepted }) =>
    JSON.stringify([code, ids, message.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'DATE'), accepted]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );
}

/** Which kind and when, and the sentence below; how often it is repeated, and why it is accepted. */
function repeatedLines(
  { first, others }: RepeatedFinding,
  width: number,
  style: Style,
): readonly string[] {
  const { severity, code, message, accepted, start, end } = first;
  const words = [
    severity,
    code,
    spanText(start, end),
    ...(accepted === undefined ? [] : ['accepted']),
  ];
  const [head = '', ...more] = hanging('    ', words, width, '  ');
  const colour = accepted === undefined ? FORMAT[severity] : 'dim';
  return [
    head.replace(severity, style(colour, severity)),
    ...more,
    ...paragraph('      ', message + repetition(others), width),
    ...(accepted === undefined ? [] : paragraph('      ', `Accepted: ${accepted}`, width)),
  ];
}

/** ` The same 6 more times, last on 2026-11-26.` */
function repetition(others: readonly FindingOutput[]): string {
  const date = others.at(-1)?.start.slice(0, 10);
  if (date === undefined) return '';
  if (others.length === 1) return ` The same once more, on ${date}.`;
  return ` The same ${others.length} more times, last on ${date}.`;
}
