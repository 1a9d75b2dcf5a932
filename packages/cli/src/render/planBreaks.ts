import type { Step, SyncPlan } from '@slotwright/engine';
import { groupBy, inZone, spanText } from '@slotwright/engine/plan';
import type { Style } from '../io.js';
import { counted, paragraph } from './wrapping.js';

/** More of a kind are counted. */
const MAX_OF_A_KIND = 12;

type Say = (span: { readonly since: string; readonly till: string }) => string;

/** The breaks that a plan creates, moves and deletes; equal ones on several dates together. */
export function planBreakLines(
  { steps, timezone }: Pick<SyncPlan, 'steps' | 'timezone'>,
  width: number,
  style: Style,
): readonly string[] {
  const local = inZone(timezone);
  const say: Say = ({ since, till }) => spanText(local(since), local(till));
  const kinds = [
    { title: 'created', mark: '+', texts: steps.flatMap((step) => createdText(step, say)) },
    { title: 'moved', mark: '~', texts: steps.flatMap((step) => movedText(step, say)) },
    { title: 'deleted', mark: '-', texts: steps.flatMap((step) => deletedText(step, say)) },
  ].filter(({ texts }) => texts.length > 0);
  return kinds.flatMap(({ title, mark, texts }) => {
    const groups = repeated(texts);
    const shown = groups.slice(0, MAX_OF_A_KIND);
    const left = groups.length - shown.length;
    return [
      '',
      style('bold', `  Breaks ${title}: ${texts.length}`),
      ...shown.flatMap((text) => paragraph(`    ${mark} `, text, width)),
      ...(left === 0 ? [] : [`      and ${counted(left, 'more', 'more')}`]),
    ];
  });
}

function createdText(step: Step, say: Say): readonly Text[] {
  return step.type === 'create-break' ? [[say(step.body), step.body.description]] : [];
}

function movedText(step: Step, say: Say): readonly Text[] {
  if (step.type !== 'move-break') return [];
  return [[`${say(step.body)}, was ${say(step.known)}`, step.known.description]];
}

function deletedText(step: Step, say: Say): readonly Text[] {
  return step.type === 'delete-break' ? [[say(step.known), step.known.description]] : [];
}

/** When, and what for. */
type Text = readonly [time: string, description: string];

/** `2026-10-05 13:00-14:00 and 4 more dates through 2026-10-09: Lunch` */
function repeated(texts: readonly Text[]): readonly string[] {
  const groups = groupBy(texts, ([time, description]) =>
    JSON.stringify([description, time.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'DATE')]),
  );
  return [...groups.values()].flatMap((group) => {
    const last = group.at(-1)?.[0].slice(0, 10);
    const more = group.length - 1;
    const others = more === 0 ? '' : ` and ${counted(more, 'more date')} through ${last}`;
    return group.slice(0, 1).map(([time, description]) => `${time}${others}: ${description}`);
  });
}
