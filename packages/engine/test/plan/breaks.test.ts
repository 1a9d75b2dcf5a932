import { describe, expect, test } from 'vitest';
import type { ComputedCalendar } from '../../src/index.js';
import { afterStep } from '../../src/plan/afterStep.js';
import { withBreaksReadBack } from '../../src/plan/breaks/knownBreaks.js';
import type { RemoteBreak } from '../../src/plan/known.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import type { BreakInput } from '../../src/testing/index.js';
import { after, clinic, pause, published, told } from './clinic.js';

const ONE = { type: 'one-request' } as const;
const withBreaks = (...breaks: readonly BreakInput[]): ComputedCalendar => clinic({ breaks });
const steps = (from: ComputedCalendar, to: ComputedCalendar, remote?: readonly RemoteBreak[]) =>
  told(syncPlan(to, published(from), remote, ONE).steps);

describe('a known break', () => {
  const from = withBreaks(pause('a', '10:00', '10:30'));

  test.each([
    ['is left alone where it still matches', [pause('a', '10:00', '10:30')], []],
    ['also as another break of the document', [pause('b', '10:00', '10:30')], []],
    [
      'is moved where its time changed',
      [pause('a', '11:00', '11:30')],
      ['move a 10-05T10:00-10-05T10:30 to 10-05T11:00-10-05T11:30'],
    ],
    ['is deleted where the document has it no more', [], ['delete a 10-05T10:00-10-05T10:30']],
    [
      'is deleted where it hides nothing any more',
      [pause('a', '15:00', '15:30')],
      ['delete a 10-05T10:00-10-05T10:30'],
    ],
    [
      'is made anew where its description changed',
      [pause('a', '10:00', '10:30', 'Meeting')],
      ['create a 10-05T10:00-10-05T10:30', 'delete a 10-05T10:00-10-05T10:30'],
    ],
    [
      'is not moved to be another one',
      [pause('b', '11:00', '11:30')],
      ['create b 10-05T11:00-10-05T11:30', 'delete a 10-05T10:00-10-05T10:30'],
    ],
  ])('%s', (_, breaks, expected) => {
    expect(steps(from, withBreaks(...breaks))).toEqual(expected);
  });

  test('changes what is expected on its old and its new date', () => {
    const to = withBreaks(pause('a', '2026-10-07T11:00', '2026-10-07T11:30'));
    const { expected } = syncPlan(to, published(from), undefined, ONE);
    expect(expected.map(({ date, slots }) => `${date} ${slots.length}`)).toEqual([
      '2026-10-05 8',
      '2026-10-07 7',
    ]);
  });
});

test('breaks of one source move to the nearest time', () => {
  const daily = (start: string, end: string): ComputedCalendar =>
    clinic({ breaks: [{ ...pause('a', start, end), rrule: 'FREQ=DAILY;COUNT=3' }] });
  expect(steps(daily('10:00', '10:30'), daily('10:30', '11:00'))).toEqual(
    ['05', '06', '07'].map(
      (day) => `move a 10-${day}T10:00-10-${day}T10:30 to 10-${day}T10:30-10-${day}T11:00`,
    ),
  );
});

test('a break that the document names twice is made once', () => {
  const twice = withBreaks(pause('a', '10:00', '10:30'), pause('b', '10:00', '10:30'));
  expect(published(twice).breaks.map(({ source }) => source)).toEqual(['a']);
  expect(steps(twice, twice)).toEqual([]);
});

describe('read back from Docplanner', () => {
  const result = withBreaks(pause('a', '10:00', '10:30'));
  const listed = (id: string, since: string, till: string, description = 'Lunch'): RemoteBreak => ({
    id,
    since: `2026-10-05T${since}:00Z`,
    till: `2026-10-05T${till}:00Z`,
    description,
  });

  test('times are compared as instants', () => {
    expect(steps(result, result, [listed('id-1', '08:00', '08:30')])).toEqual([]);
  });

  test('a break that is gone is made again', () => {
    expect(steps(result, result, [])).toEqual(['create a 10-05T10:00-10-05T10:30']);
  });

  test('a break that somebody moved is moved back', () => {
    expect(steps(result, result, [listed('id-1', '09:00', '09:30')])).toEqual([
      'move a 10-05T09:00-10-05T09:30 to 10-05T10:00-10-05T10:30',
    ]);
  });

  test('seconds count as the minutes that they touch', () => {
    const odd = { ...listed('id-1', '08:00', '08:30'), till: '2026-10-05T10:30:20.5+0200' };
    expect(steps(result, result, [odd])).toHaveLength(1);
  });

  test('the same break of somebody else is enough, and stays theirs', () => {
    const theirs = listed('doctor', '08:00', '08:30');
    expect(steps(clinic(), result, [theirs])).toEqual([]);
    expect(steps(clinic(), result, [{ ...theirs, description: 'Other' }])).toHaveLength(1);
    expect(steps(clinic(), clinic(), [theirs])).toEqual([]);
  });

  test('ours goes where the same break of somebody else takes its place, which is never touched', () => {
    const known = published(result);
    const both = [listed('id-1', '08:00', '08:30'), listed('doctor', '08:00', '08:30')];
    const plan = syncPlan(result, known, both, ONE);
    expect(told(plan.steps)).toEqual(['delete a 10-05T10:00-10-05T10:30']);
    const left = after(known, plan.steps);
    expect(left.breaks).toEqual([]);
    const theirs = both.slice(1);
    expect(syncPlan(result, left, theirs, ONE).steps).toEqual([]);
    // The document has it no more: what is not ours stays.
    expect(syncPlan(clinic(), left, theirs, ONE).steps).toEqual([]);
  });

  test('ours does not move to where somebody else has the same break', () => {
    const moved = withBreaks(pause('a', '11:00', '11:30'));
    const both = [listed('id-1', '08:00', '08:30'), listed('doctor', '09:00', '09:30')];
    expect(steps(result, moved, both)).toEqual(['delete a 10-05T10:00-10-05T10:30']);
  });

  test('what is there as it is known stays known in the same words', () => {
    const known = published(result);
    expect(withBreaksReadBack(known, [listed('id-1', '08:00', '08:30')], result)).toEqual(known);
  });

  test('breaks outside the horizon are not read back and stay known', () => {
    const known = published(result);
    const later = clinic({}, { from: '2026-10-06' });
    expect(withBreaksReadBack(known, [], later)).toEqual(known);
    expect(withBreaksReadBack(known, [], result).breaks).toEqual([]);
    expect(syncPlan(later, known, [], ONE).steps).toEqual([]);
  });
});

describe('at the bounds of the horizon', () => {
  const night = pause('a', '12:00', '2026-10-06T08:00');
  const week = withBreaks(night);

  test('a break that hides nothing in it any more stays while the document has it', () => {
    const fromTuesday = clinic({ breaks: [night] }, { from: '2026-10-06' });
    expect(steps(week, fromTuesday)).toEqual([]);
    const longer = { ...night, end: '2026-10-06T08:30' };
    expect(steps(week, clinic({ breaks: [longer] }, { from: '2026-10-06' }))).toEqual([
      'move a 10-05T12:00-10-06T08:00 to 10-05T12:00-10-06T08:30',
    ]);
  });

  test('a break that is not needed outside is not created', () => {
    expect(steps(clinic(), clinic({ breaks: [night] }, { from: '2026-10-06' }))).toEqual([]);
  });

  test('what is published beyond stays hidden', () => {
    const days = pause('a', '12:00', '2026-10-07T10:00');
    const monday = (...breaks: readonly BreakInput[]) =>
      clinic({ breaks }, { through: '2026-10-05' });
    expect(steps(withBreaks(days), monday())).toEqual([
      'move a 10-05T12:00-10-07T10:00 to 10-06T00:00-10-07T10:00',
    ]);
    expect(steps(withBreaks(days), monday(pause('a', '09:00', '10:00')))).toEqual([
      'create a 10-05T09:00-10-05T10:00',
      'move a 10-05T12:00-10-07T10:00 to 10-06T00:00-10-07T10:00',
    ]);
    const longer = pause('a', '11:00', '2026-10-07T10:00');
    expect(steps(withBreaks(days), monday(longer))).toEqual([
      'move a 10-05T12:00-10-07T10:00 to 10-05T11:00-10-07T10:00',
    ]);
    expect(steps(monday(days), monday())).toEqual(['delete a 10-05T12:00-10-07T10:00']);
  });

  test('what is published before it and is not over stays hidden', () => {
    const days = pause('a', '12:00', '2026-10-07T10:00');
    const wednesday = { from: '2026-10-07', through: '2026-10-07' };
    const shorter = pause('a', '12:00', '2026-10-06T12:00');
    const toWednesday = 'move a 10-05T12:00-10-07T10:00 to 10-05T12:00-10-07T00:00';
    expect(steps(withBreaks(days), clinic({}, wednesday))).toEqual([toWednesday]);
    expect(steps(withBreaks(days), clinic({ breaks: [shorter] }, wednesday))).toEqual([
      toWednesday,
    ]);
    // Once it is over nothing of it is kept.
    const today = { ...wednesday, now: '2026-10-07T06:00:00Z' };
    expect(steps(withBreaks(days), clinic({}, today))).toEqual([
      'delete a 10-05T12:00-10-07T10:00',
    ]);
  });

  test('a break across the whole horizon becomes two', () => {
    const days = pause('a', '12:00', '2026-10-07T10:00');
    const tuesday = clinic({}, { from: '2026-10-06', through: '2026-10-06' });
    expect(steps(withBreaks(days), tuesday)).toEqual([
      'create a 10-07T00:00-10-07T10:00',
      'move a 10-05T12:00-10-07T10:00 to 10-05T12:00-10-06T00:00',
    ]);
  });
});

test('a break that was moved is known once, where it is now', () => {
  const known = published(withBreaks(pause('a', '10:00', '10:30')));
  const to = withBreaks(pause('a', '11:00', '11:30'));
  const { breaks } = after(known, syncPlan(to, known, undefined, ONE).steps);
  expect(breaks.map(({ id, since }) => `${id} ${since}`)).toEqual([
    'id-1 2026-10-05T11:00:00+02:00',
  ]);
});

test('a break that exists already is not recorded as ours', () => {
  const known = published(clinic());
  const [step] = syncPlan(withBreaks(pause('a', '10:00', '10:30')), known, undefined, ONE).steps;
  expect(step === undefined ? undefined : afterStep(known, step, undefined, 'Europe/Madrid')).toBe(
    known,
  );
});
