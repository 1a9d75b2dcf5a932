import type { Step, SyncPlan } from '@slotwright/engine';
import type { Style } from '../io.js';
import { counted, paragraph } from './wrapping.js';

/** More of a kind are counted. */
const MOST_OF_A_KIND = 12;

/** The breaks that a plan creates, moves and deletes. */
export function changedBreakLines(
  { steps }: Pick<SyncPlan, 'steps'>,
  width: number,
  style: Style,
): readonly string[] {
  const kinds = [
    { title: 'created', mark: '+', texts: steps.flatMap(createdText) },
    { title: 'moved', mark: '~', texts: steps.flatMap(movedText) },
    { title: 'deleted', mark: '-', texts: steps.flatMap(deletedText) },
  ].filter(({ texts }) => texts.length > 0);
  return kinds.flatMap(({ title, mark, texts }) => {
    const shown = texts.slice(0, MOST_OF_A_KIND);
    const left = texts.length - shown.length;
    return [
      '',
      style('bold', `  Breaks ${title}: ${texts.length}`),
      ...shown.flatMap((text) => paragraph(`    ${mark} `, text, width)),
      ...(left === 0 ? [] : [`      and ${counted(left, 'more', 'more')}`]),
    ];
  });
}

function createdText(step: Step): readonly string[] {
  return step.type === 'create-break' ? [`${span(step.body)}: ${step.body.description}`] : [];
}

function movedText(step: Step): readonly string[] {
  if (step.type !== 'move-break') return [];
  return [`${span(step.body)}, was ${span(step.known)}: ${step.known.description}`];
}

function deletedText(step: Step): readonly string[] {
  return step.type === 'delete-break' ? [`${span(step.known)}: ${step.known.description}`] : [];
}

/** `2026-10-05 13:00-14:00`, with both dates where they differ. */
function span({ since, till }: { readonly since: string; readonly till: string }): string {
  const [from, until] = [local(since), local(till)];
  return from.slice(0, 10) === until.slice(0, 10)
    ? `${from}-${until.slice(11)}`
    : `${from} to ${until}`;
}

function local(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}
