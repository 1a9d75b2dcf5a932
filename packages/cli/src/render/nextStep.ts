import { type ComputedDocument, formatUtc, type PlanFile } from '@slotwright/engine';
import type { CommonOptions } from '../options/common.js';
import { countOf } from './findings.js';
import { counted, paragraph } from './wrapping.js';

/** What to do after reading a plan. */
export function nextStep(
  file: string,
  options: CommonOptions,
  result: ComputedDocument,
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

/** What to do after reading what has changed; `target` is the server that the state is about, if it says so. */
export function applyNext(
  file: string,
  options: CommonOptions & { readonly state: string; readonly out?: string },
  { findings, totals }: PlanFile,
  target: string | undefined,
  width: number,
): readonly string[] {
  if (findings.some(({ severity }) => severity === 'error')) {
    return paragraph(
      '',
      'Next: correct the errors above; a plan with errors is never applied.',
      width,
    );
  }
  if (totals.writes === 0) return [];
  const { out, state, now } = options;
  // A plan holds all that the options chose, but not the time at which it is applied.
  const chosen =
    out === undefined ? optionWords(options) : optionWords(now === undefined ? {} : { now });
  const words = ['slotwright', 'apply', out ?? file, '--state', state, ...chosen].map(shellWord);
  const where =
    target === undefined
      ? 'to a marketplace, such as --domain doctoralia.es, or to a sandbox, with --base-url:'
      : `to ${target}:`;
  return [...paragraph('', `Next: send it ${where}`, width), `  ${words.join(' ')}`];
}

/** The options as the user gave them. */
function optionWords({
  from,
  through,
  weeks,
  now,
  calendar,
}: Omit<CommonOptions, 'format'>): readonly string[] {
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
