import { type DocumentResult, formatUtc } from '@slotwright/engine';
import type { CommonOptions } from '../options/common.js';
import { countOf } from './findings.js';
import { counted, paragraph } from './wrapping.js';

/** What to do after reading a plan. */
export function nextStep(
  file: string,
  options: CommonOptions,
  result: DocumentResult,
  width: number,
): readonly string[] {
  const errors = countOf(result.findings, 'error');
  if (errors > 0) {
    const sentence = `Next: correct the ${counted(errors, 'error')} above; a plan with errors is never applied.`;
    return paragraph('', sentence, width);
  }
  const command = ['slotwright', 'preview', file, ...optionWords(options)];
  return [
    ...paragraph('', 'Next: see the slots as patients would, day by day:', width),
    `  ${command.map(shellWord).join(' ')}`,
  ];
}

/** The options as the user gave them. */
function optionWords({ from, through, weeks, now, calendar }: CommonOptions): readonly string[] {
  return [
    ...(from === undefined ? [] : ['--from', from]),
    ...(through === undefined ? [] : ['--through', through]),
    ...(weeks === undefined ? [] : ['--weeks', String(weeks)]),
    ...(now === undefined ? [] : ['--now', formatUtc(now)]),
    ...(calendar ?? []).flatMap((id) => ['--calendar', id]),
  ];
}

/** In quotes where a shell would take it apart. */
function shellWord(word: string): string {
  return /^[\w./:@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
