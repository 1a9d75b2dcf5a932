import { type DocumentResult, formatDate, formatUtc } from '@slotwright/engine';
import { countOf } from './findings.js';
import { counted, paragraph } from './wrapping.js';

/** What to do after reading a plan. */
export function nextStep(file: string, result: DocumentResult, width: number): readonly string[] {
  const errors = countOf(result.findings, 'error');
  if (errors > 0) {
    const sentence = `Next: correct the ${counted(errors, 'error')} above; a plan with errors is never applied.`;
    return paragraph('', sentence, width);
  }
  const { horizon, now } = result;
  const command = [
    'slotwright preview',
    /^[\w./@+-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`,
    `--from ${formatDate(horizon.from)} --through ${formatDate(horizon.through)}`,
    `--now ${formatUtc(now)}`,
  ].join(' ');
  return ['Next: see the slots as patients would, day by day:', `  ${command}`];
}
