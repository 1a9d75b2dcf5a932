import { expect, test } from 'vitest';
import { parseInstant } from '../../src/index.js';
import type { BreakMove } from '../../src/plan/breaks/matchBreaks.js';
import type { MoveEffect } from '../../src/plan/breaks/moveEffect.js';
import { moveOrder } from '../../src/plan/breaks/moveOrder.js';

const stretch = { start: 0, end: 600, longest: 60 };
const time = {
  start: parseInstant('2026-10-05T09:00Z')._unsafeUnwrap(),
  end: parseInstant('2026-10-05T10:00Z')._unsafeUnwrap(),
};

/** A move named `source`; where it covers and uncovers is what the rest says. */
function effect(source: string, rest: Partial<Omit<MoveEffect, 'move'>>): MoveEffect {
  const body = { since: '', till: '', description: '' };
  const move: BreakMove = {
    from: { known: { id: source, source, ...body }, time },
    to: { source, time, body },
  };
  return { move, covers: [], uncovers: [], exposesBefore: false, exposedAfter: false, ...rest };
}

const order = (...moves: readonly MoveEffect[]) => {
  const names = (list: readonly MoveEffect[]) => list.map(({ move }) => move.to.source).join(' ');
  const { first, last, inTwo } = moveOrder(moves);
  return { first: names(first), last: names(last), inTwo: names(inTwo) };
};

const covers = (start: number) => ({ covers: [{ start, end: start + 10, stretch }] });
const uncovers = (start: number) => ({ uncovers: [{ start, end: start + 10, stretch }] });

test('on the side of the slots on which it exposes nothing, first if it can', () => {
  expect(
    order(
      effect('late', { exposesBefore: true }),
      effect('early', { exposedAfter: true }),
      effect('any', {}),
    ),
  ).toEqual({ first: 'early any', last: 'late', inTwo: '' });
});

test('what covers comes before what uncovers nearby', () => {
  expect(order(effect('a', uncovers(0)), effect('b', covers(20)))).toMatchObject({ first: 'b a' });
  expect(order(effect('a', uncovers(0)), effect('b', covers(58)))).toMatchObject({ first: 'b a' });
  expect(order(effect('a', uncovers(0)), effect('b', covers(68)))).toMatchObject({ first: 'b a' });
  expect(order(effect('a', uncovers(0)), effect('b', covers(69)))).toMatchObject({ first: 'a b' });
});

test('a move that waits for one after the slots is after them too', () => {
  expect(
    order(effect('a', uncovers(0)), effect('b', { ...covers(0), exposesBefore: true })),
  ).toEqual({ first: '', last: 'b a', inTwo: '' });
});

test('no more moves than necessary take two calls', () => {
  expect(
    order(
      effect('waits', { ...uncovers(0), exposedAfter: true }),
      effect('stuck', { ...covers(0), exposesBefore: true, exposedAfter: true }),
    ),
  ).toEqual({ first: 'waits', last: '', inTwo: 'stuck' });
  const ring = [0, 1, 2].map((index) =>
    effect(`ring-${index}`, { ...uncovers(index * 200), ...covers(((index + 1) % 3) * 200) }),
  );
  expect(order(effect('behind', uncovers(200)), ...ring)).toEqual({
    first: '',
    last: 'behind ring-1 ring-2',
    inTwo: 'ring-0',
  });
});
