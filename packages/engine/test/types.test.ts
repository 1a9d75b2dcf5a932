import type { Result } from 'neverthrow';
import { expectTypeOf, test } from 'vitest';
import {
  type ClinicDocument,
  type ComputedCalendar,
  type ComputedDocument,
  computeCalendar,
  computeDocument,
  type DocumentError,
  type DryRun,
  type DryRunError,
  dryRun,
  type Finding,
  type Instant,
  type PlanOutput,
  parseDocument,
  parseInstant,
  type Slot,
  unwrap,
} from '../src/index.js';
import { type IntervalSet, union } from '../src/intervals.js';
import {
  afterStep,
  type KnownCalendar,
  NOTHING_KNOWN,
  refreshed,
  type Step,
  type SyncPlan,
  syncPlan,
} from '../src/plan.js';

// What the compiler infers for users: checked by "npm run check", nothing happens at run time.

test('documents and what is computed of them', () => {
  expectTypeOf(parseDocument).parameter(0).toBeUnknown();
  expectTypeOf(parseDocument).returns.toEqualTypeOf<
    Result<ClinicDocument, readonly DocumentError[]>
  >();
  expectTypeOf(computeCalendar).returns.toEqualTypeOf<ComputedCalendar>();
  expectTypeOf<ComputedCalendar['slots']>().toEqualTypeOf<readonly Slot[]>();
  expectTypeOf(computeDocument).parameter(3).toEqualTypeOf<readonly string[]>();
  expectTypeOf(computeDocument).returns.toEqualTypeOf<ComputedDocument>();
  expectTypeOf<ComputedDocument['findings']>().toEqualTypeOf<readonly Finding[]>();
});

test('a dry run takes plain values', () => {
  expectTypeOf(dryRun).parameter(0).toBeUnknown();
  expectTypeOf(dryRun).parameter(1).toMatchTypeOf<{ readonly now: Date | number | string }>();
  expectTypeOf(dryRun).returns.toEqualTypeOf<Result<DryRun, DryRunError>>();
  expectTypeOf<DryRun['plan']>().toEqualTypeOf<PlanOutput>();
});

test('unwrap gives the value', () => {
  expectTypeOf(unwrap(parseInstant('2026-10-05T09:00:00Z'))).toEqualTypeOf<Instant>();
});

test('units cannot be mixed up', () => {
  expectTypeOf<number>().not.toExtend<Instant>();
  expectTypeOf<Instant>().toExtend<number>();
});

test('plans', () => {
  expectTypeOf(syncPlan).returns.toEqualTypeOf<SyncPlan>();
  expectTypeOf<SyncPlan['steps']>().toEqualTypeOf<readonly Step[]>();
  expectTypeOf(afterStep).returns.toEqualTypeOf<KnownCalendar>();
  expectTypeOf(NOTHING_KNOWN).toEqualTypeOf<KnownCalendar>();
  expectTypeOf<Step['type']>().toEqualTypeOf<
    'create-break' | 'move-break' | 'replace-slots' | 'delete-break'
  >();
  expectTypeOf(refreshed).returns.toHaveProperty('known').toEqualTypeOf<KnownCalendar>();
});

test('intervals keep their unit', () => {
  const at = unwrap(parseInstant('2026-10-05T09:00:00Z'));
  expectTypeOf(union([{ start: at, end: at }])).toEqualTypeOf<IntervalSet<Instant>>();
});
