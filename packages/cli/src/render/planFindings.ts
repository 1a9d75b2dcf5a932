import type { PlanFile, Severity } from '@slotwright/engine';
import type { Format, Style } from '../io.js';
import { SEVERITIES } from './findings.js';
import { counted, hanging, paragraph } from './wrapping.js';

type Findings = PlanFile['findings'];

const FORMAT = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  Format
>;

/** More of a severity are left to `check`. */
const MOST_OF_A_SEVERITY = 10;

/** Errors and warnings of a plan; what is only good to know is left to `check`. */
export function planFindingLines(
  findings: Findings,
  width: number,
  style: Style,
): readonly string[] {
  const lines = SEVERITIES.filter((severity) => severity !== 'info').flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const left = own.length - MOST_OF_A_SEVERITY;
    return [
      ...own
        .slice(0, MOST_OF_A_SEVERITY)
        .flatMap(({ calendar, code, message }) => [
          ...hanging('  ', [severity, code, calendar], width, '  ').map((line) =>
            line.replace(severity, style(FORMAT[severity], severity)),
          ),
          ...paragraph('    ', message, width),
        ]),
      ...(left > 0
        ? paragraph('    ', `and ${left} more of severity ${severity}: see slotwright check`, width)
        : []),
    ];
  });
  return lines.length === 0 ? [] : ['', style('bold', 'Findings'), ...lines];
}

/** `1 error, 2 warnings, no infos` */
export function severityCounts(findings: Findings): string {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? `no ${severity}s` : counted(count, severity);
  }).join(', ');
}
