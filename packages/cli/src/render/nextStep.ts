import { formatUtc } from '@slotwright/engine';
import { hasOpenFinding, type Judged } from '../exit.js';
import type { PlanOptions } from '../options/plan.js';
import { counted, paragraph } from './wrapping.js';

/** What to do after reading a plan; `target` is the server that the state is about, if it says so. */
export function nextStep(
  file: string,
  options: Omit<PlanOptions, 'format' | 'split'>,
  {
    findings,
    totals,
  }: {
    readonly findings: readonly Judged[];
    readonly totals: { readonly writes: number };
  },
  target: string | undefined,
  width: number,
): readonly string[] {
  const errors = findings.filter((each) => hasOpenFinding([each], 'error')).length;
  if (errors > 0) {
    const sentence = `Nothing was sent. Next: correct the ${counted(errors, 'error')} above, or accept what is as it should be; a plan with errors is never applied.`;
    return paragraph('', sentence, width);
  }
  const { state, out, now } = options;
  if (state === undefined) {
    return [
      ...paragraph('', 'Nothing was sent. Next: see the slots as patients would, by day:', width),
      commandLine(['preview', file, ...optionWords(options)]),
    ];
  }
  if (totals.writes === 0) return [];
  // A plan holds all that the options chose, but not the time at which it is applied.
  const chosen =
    out === undefined ? optionWords(options) : optionWords(now === undefined ? {} : { now });
  const where =
    target === undefined
      ? 'to a marketplace, such as --domain doctoralia.es, or to a sandbox, with --base-url:'
      : `to ${target}:`;
  return [
    ...paragraph('', `Nothing was sent. Next: send it ${where}`, width),
    commandLine(['apply', out ?? file, '--state', state, ...chosen]),
  ];
}

function commandLine(words: readonly string[]): string {
  return `  ${['slotwright', ...words].map(shellWord).join(' ')}`;
}

/** The options as the user gave them. */
function optionWords({
  from,
  through,
  weeks,
  now,
  calendar,
}: Pick<PlanOptions, 'from' | 'through' | 'weeks' | 'now' | 'calendar'>): readonly string[] {
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
