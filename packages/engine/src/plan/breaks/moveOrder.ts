import { exposesBetween, type MoveEffect } from './moveEffect.js';

/** When breaks are moved. */
export interface MoveOrder {
  /** Before any slots are replaced, in this order. */
  readonly first: readonly MoveEffect[];
  /** After all slots are replaced, in this order. */
  readonly last: readonly MoveEffect[];
  /** In two calls: the new one is created first of all, the old one is deleted last of all. */
  readonly inTwo: readonly MoveEffect[];
}

/** For each move those that have to be made before it. */
type Earlier = ReadonlyMap<MoveEffect, Set<MoveEffect>>;

/**
 * Orders moves so that none uncovers time while something that hides it afterwards is not in force yet:
 * the slots of a changed date, or another move. Moves for which there is no such order are made in two
 * calls.
 */
export function moveOrder(moves: readonly MoveEffect[]): MoveOrder {
  const first: MoveEffect[] = [];
  const last: MoveEffect[] = [];
  const inTwo = moves.filter(isStuckAlone);
  const open = new Set(moves.filter((move) => !isStuckAlone(move)));
  const earlier = earlierMoves([...open]);
  let slots: 'old' | 'new' = 'old';
  const take = (move: MoveEffect): void => {
    open.delete(move);
    for (const others of earlier.values()) others.delete(move);
  };
  while (open.size > 0) {
    const ready = [...open].find(
      (move) => earlier.get(move)?.size === 0 && (slots === 'new' || !move.exposesBefore),
    );
    if (ready !== undefined) {
      (slots === 'old' ? first : last).push(ready);
      take(ready);
    } else if (slots === 'old' && ![...open].some(({ exposedAfter }) => exposedAfter)) {
      slots = 'new';
    } else {
      const stuck = stuckMove([...open], earlier, slots);
      if (stuck === undefined) break;
      inTwo.push(stuck);
      take(stuck);
    }
  }
  return { first, last, inTwo };
}

function isStuckAlone({ exposesBefore, exposedAfter }: MoveEffect): boolean {
  return exposesBefore && exposedAfter;
}

function earlierMoves(moves: readonly MoveEffect[]): Earlier {
  return new Map(
    moves.map((move) => [
      move,
      new Set(moves.filter((other) => other !== move && exposesBetween(move, other))),
    ]),
  );
}

/** The first of the moves that has to be made before itself, directly or by way of others. */
function stuckMove(
  open: readonly MoveEffect[],
  earlier: Earlier,
  slots: 'old' | 'new',
): MoveEffect | undefined {
  const beforeSlots = slots === 'old' ? open.filter(({ exposedAfter }) => exposedAfter) : [];
  return open.find((move) => {
    const seen = new Set<MoveEffect>();
    const ahead = [move];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      for (const other of [...(earlier.get(at) ?? []), ...(at.exposesBefore ? beforeSlots : [])]) {
        if (seen.has(other)) continue;
        seen.add(other);
        ahead.push(other);
      }
    }
    return seen.has(move);
  });
}
