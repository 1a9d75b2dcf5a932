import { byStart } from '../../interval/interval.js';
import type { StagedSteps } from '../order.js';
import type { Step } from '../step.js';
import type { PlacedBreak } from './knownBreaks.js';
import type { BreakMatches } from './matchBreaks.js';
import type { MoveEffect } from './moveEffect.js';
import { moveOrder } from './moveOrder.js';
import type { WantedBreak } from './wantedBreaks.js';

/**
 * Tells when breaks change: they are created and extended before slots are replaced, shrunk and deleted
 * after it. A move that does both is made where it exposes nothing, or in two calls.
 */
export function breakStages(
  { missing, stale }: Omit<BreakMatches, 'moved'>,
  moves: readonly MoveEffect[],
): StagedSteps {
  const effects = [...moves].sort((a, b) => byStart(a.move.to.time, b.move.to.time));
  const extended = effects.filter(onlyExtends);
  const others = effects.filter((effect) => !onlyExtends(effect));
  const shrunk = others.filter(onlyShrinks);
  const { first, last, inTwo } = moveOrder(others.filter((effect) => !onlyShrinks(effect)));
  const created = [...missing, ...inTwo.map(({ move }) => move.to)].sort(byTime);
  const deleted = [...stale, ...inTwo.map(({ move }) => move.from)].sort(byTime);
  return {
    hide: [...created.map(creation), ...[...extended, ...first].map(moving)],
    free: [...[...last, ...shrunk].map(moving), ...deleted.map(deletion)],
  };
}

function onlyExtends({ uncovers, exposesBefore }: MoveEffect): boolean {
  return uncovers.length === 0 && !exposesBefore;
}

function onlyShrinks({ covers, exposedAfter }: MoveEffect): boolean {
  return covers.length === 0 && !exposedAfter;
}

function byTime(a: WantedBreak | PlacedBreak, b: WantedBreak | PlacedBreak): number {
  return byStart(a.time, b.time);
}

function creation({ source, body }: WantedBreak): Step {
  return { type: 'create-break', source, body };
}

function moving({ move: { from, to } }: MoveEffect): Step {
  const { since, till } = to.body;
  return { type: 'move-break', known: from.known, body: { since, till } };
}

function deletion({ known }: PlacedBreak): Step {
  return { type: 'delete-break', known };
}
