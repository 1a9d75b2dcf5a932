import { expect, test } from 'vitest';
import { syncPlan } from '../../src/plan/syncPlan.js';
import type { BreakInput } from '../../src/testing/index.js';
import { clinic, pause, published, told } from './clinic.js';

const ONE = { type: 'one-request' } as const;
const override = (start: string, end: string) => ({
  overrides: [{ date: '2026-10-05', windows: [{ start, end }] }],
});

function order(
  before: readonly BreakInput[],
  after: readonly BreakInput[],
  changes: Parameters<typeof clinic>[0] = {},
): readonly string[] {
  const { steps } = syncPlan(
    clinic({ ...changes, breaks: after }),
    published(clinic({ breaks: before })),
    undefined,
    ONE,
  );
  return told(steps).map((text) => text.replaceAll('10-05T', ''));
}

const REPLACE = 'replace 10-05';

test('created first, deleted last', () => {
  expect(
    order(
      [pause('a', '10:00', '10:30')],
      [pause('b', '11:00', '11:30')],
      override('09:00', '12:00'),
    ),
  ).toEqual(['create b 11:00-11:30', REPLACE, 'delete a 10:00-10:30']);
});

test('extended first, shrunk last', () => {
  expect(
    order(
      [pause('a', '09:30', '10:00'), pause('b', '11:00', '12:00')],
      [pause('a', '09:00', '10:00'), pause('b', '11:00', '11:30')],
      override('09:00', '12:00'),
    ),
  ).toEqual(['move a 09:30-10:00 to 09:00-10:00', REPLACE, 'move b 11:00-12:00 to 11:00-11:30']);
});

test('a move that uncovers only what is closed until then is made first', () => {
  expect(
    order(
      [pause('a', '12:30', '15:00')],
      [pause('a', '12:00', '13:00')],
      override('09:00', '15:00'),
    ),
  ).toEqual(['move a 12:30-15:00 to 12:00-13:00', REPLACE]);
});

test('a move to a date that is sent is made last, from one that is sent first', () => {
  const tuesday = pause('a', '2026-10-06T09:00', '2026-10-06T10:00');
  const monday = pause('a', '09:00', '10:00');
  const longer = override('09:00', '14:00');
  expect(order([tuesday], [monday], longer)).toEqual([
    'move a 10-06T09:00-10-06T10:00 to 09:00-10:00',
    REPLACE,
  ]);
  expect(order([monday], [tuesday], longer)).toEqual([
    REPLACE,
    'move a 09:00-10:00 to 10-06T09:00-10-06T10:00',
  ]);
});

test('a move within a date that is sent takes two calls', () => {
  expect(
    order(
      [pause('a', '09:00', '10:00')],
      [pause('a', '11:00', '12:00')],
      override('09:00', '14:00'),
    ),
  ).toEqual(['create a 11:00-12:00', REPLACE, 'delete a 09:00-10:00']);
});

test('a move that covers only what is closed from then on is made last', () => {
  expect(
    order(
      [pause('a', '10:00', '11:00')],
      [pause('a', '10:30', '13:00')],
      override('09:00', '11:00'),
    ),
  ).toEqual([REPLACE, 'move a 10:00-11:00 to 10:30-13:00']);
});

test('moves that get in each other’s way are put in order', () => {
  expect(
    order(
      [pause('a', '09:00', '09:30'), pause('b', '10:00', '10:30')],
      [pause('a', '10:30', '11:00'), pause('b', '2026-10-06T09:00', '2026-10-06T09:30')],
    ),
  ).toEqual(['move a 09:00-09:30 to 10:30-11:00', 'move b 10:00-10:30 to 10-06T09:00-10-06T09:30']);
});

test('where there is no order, one of them takes two calls', () => {
  const swapped = order(
    [pause('a', '09:00', '09:30'), pause('b', '2026-10-06T09:30', '2026-10-06T10:00')],
    [pause('a', '2026-10-06T09:00', '2026-10-06T09:30'), pause('b', '09:30', '10:00')],
  );
  expect(swapped).toEqual([
    'create b 09:30-10:00',
    'move a 09:00-09:30 to 10-06T09:00-10-06T09:30',
    'delete b 10-06T09:30-10-06T10:00',
  ]);
});

test('moves further apart than the longest visit do not matter to each other', () => {
  expect(
    order(
      [pause('a', '09:00', '09:30'), pause('b', '2026-10-06T11:00', '2026-10-06T11:30')],
      [pause('a', '2026-10-06T09:00', '2026-10-06T09:30'), pause('b', '11:00', '11:30')],
    ),
  ).toHaveLength(2);
});
