import type { ComputedCalendar, Step } from '@slotwright/engine';
import { breakDescription } from '@slotwright/engine/plan';
import {
  type ClinicInput,
  clinicCase,
  clinicDocument,
  type HorizonInput,
} from '@slotwright/engine/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computed, parsed, previewed, seedFor, type Visit, visitKey } from './clinic.js';
import { type Fault, fault } from './faults.js';
import { recordOn } from './processes.js';
import { applyOnce, applyUntilSuccess, planned } from './sync.js';
import { addressOf, openWorld, type World } from './world.js';

const SMALL = {
  mostCalendars: 2,
  mostServices: 2,
  mostSchedules: 2,
  mostBreaks: 3,
  mostBookings: 2,
  mostOverrides: 1,
};

interface Run {
  readonly documents: readonly ClinicInput[];
  readonly horizon: HorizonInput;
  readonly faults: readonly Fault[];
  readonly kills: readonly (readonly [number, 'before' | 'after'])[];
  readonly profile: 'strict' | 'lenient';
  readonly delay: number;
  readonly limits: boolean;
  readonly parallel: number;
  /** After the last edit the first document is back. */
  readonly back: boolean;
  /** Versions that are given up after one round, for the next one. */
  readonly hasty: readonly boolean[];
}

/** A document and two edits of it, each of which takes a part of another document. */
function run(): fc.Arbitrary<Run> {
  return clinicCase({ ...SMALL, longest: 4 }).chain(({ document, horizon }) => {
    const other = clinicDocument({
      ...SMALL,
      timezone: document.timezone,
      from: horizon.from,
      through: horizon.through,
    });
    const part = fc.constantFrom<Part | 'all'>(
      'breaks',
      'bookings',
      'overrides',
      'schedules',
      'all',
    );
    return fc.record({
      documents: fc
        .array(fc.tuple(other, part), { minLength: 1, maxLength: 2 })
        .map((edits) => edited(document, edits)),
      horizon: fc.constant(horizon),
      faults: fc.array(fault(), { maxLength: 80, size: 'max' }),
      kills: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('before', 'after')),
        { maxLength: 3 },
      ),
      profile: fc.constantFrom('strict', 'lenient'),
      delay: fc.constantFrom(0, 0, 0, 3_000, 14_000),
      limits: fc.boolean(),
      parallel: fc.constantFrom(1, 2),
      back: fc.boolean(),
      hasty: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    });
  });
}

function edited(
  document: ClinicInput,
  edits: readonly (readonly [ClinicInput, Part | 'all'])[],
): readonly ClinicInput[] {
  const versions = [document];
  for (const [taken, what] of edits) {
    versions.push(what === 'all' ? taken : mixed(versions.at(-1) ?? document, taken, what));
  }
  return versions;
}

type Part = 'breaks' | 'bookings' | 'overrides' | 'schedules';

function mixed(document: ClinicInput, other: ClinicInput, what: Part): ClinicInput {
  const calendars = document.calendars.map((calendar, index) => {
    const taken = other.calendars[index];
    if (taken === undefined) return calendar;
    const services = [
      ...calendar.services,
      ...taken.services.filter(
        (one) => !calendar.services.some((each) => each.addressServiceId === one.addressServiceId),
      ),
    ];
    return { ...calendar, services, [what]: taken[what] ?? [] };
  });
  return { ...document, calendars };
}

const meets = (a: Visit, b: Visit): boolean => a.start < b.end && b.start < a.end;

/** What patients should see: the preview, less what was booked or blocked meanwhile. */
function wanted(world: World, result: ComputedCalendar): readonly string[] {
  const { addressId } = addressOf(result);
  const taken = [
    ...(world.bookings.get(addressId) ?? []),
    ...(world.othersBreaks.get(addressId) ?? []),
  ];
  return previewed(result)
    .filter(({ start }) => start >= world.ports.clock.now())
    .filter((visit) => !taken.some((each) => meets(visit, each)))
    .map(visitKey)
    .sort();
}

async function checkBreaks(world: World, result: ComputedCalendar): Promise<void> {
  const address = addressOf(result);
  const listed = await world.look.breaks(address);
  const others = world.othersBreaks.get(address.addressId) ?? [];
  for (const { service: id, start, end } of others) {
    expect(listed.find((each) => each.id === id)).toMatchObject({ since: start, till: end });
  }
  const key = (since: number, till: number, text: string): string => `${since} ${till} ${text}`;
  const ours = listed.filter(({ id }) => !others.some((each) => each.service === id));
  const known = recordOn(world.disk, address).published.breaks;
  expect(ours.map(({ id, since, till }) => key(since, till, id)).sort()).toEqual(
    known.map(({ id, since, till }) => key(Date.parse(since), Date.parse(till), id)).sort(),
  );
  const needed = new Set(
    result.breaksToSend.map((each) =>
      key(each.start * 60_000, each.end * 60_000, breakDescription(each)),
    ),
  );
  const keys = ours.map(({ since, till, description }) => key(since, till, description));
  expect(keys.filter((each) => needed.has(each)).sort()).toEqual([...needed].sort());
}

async function carryOut(given: Run): Promise<void> {
  const edits = given.back ? [...given.documents, ...given.documents.slice(0, 1)] : given.documents;
  const documents = edits.flatMap((document) => parsed(document) ?? []);
  const versions = documents.map((document) => computed(document, given.horizon));
  const dates = versions.flat().flatMap((result) => result.dates);
  const world = await openWorld({
    seed: seedFor(documents),
    now: Date.parse(given.horizon.now),
    horizon: {
      start: Math.min(...dates.map(({ start }) => start)) * 60_000,
      end: Math.max(...dates.map(({ end }) => end)) * 60_000,
    },
    profile: given.profile,
    behaviour: { processingDelayMs: given.delay },
    ...(given.limits
      ? { limits: { getsPerHour: null, writesPerMinute: 6, writesPerHour: null } }
      : {}),
    faults: given.faults,
    killsAtSave: new Map(given.kills),
  });
  try {
    let before: readonly ComputedCalendar[] = [];
    for (const [index, results] of versions.entries()) {
      const isHasty = index < versions.length - 1 && given.hasty[index] === true;
      await carryOutVersion(world, before, results, given, isHasty ? 'once' : 'until-success');
      before = isHasty ? [...before, ...results] : results;
    }
    for (const text of [...world.disk.texts.values(), ...world.texts]) {
      expect(text).not.toMatch(/sandbox-secret|Bearer|[0-9a-f]{40}|\bPat\b|Example|\+346/);
    }
  } finally {
    await world.close();
  }
}

async function carryOutVersion(
  world: World,
  before: readonly ComputedCalendar[],
  results: readonly ComputedCalendar[],
  given: Run,
  how: 'once' | 'until-success',
): Promise<void> {
  const addresses = results.map(addressOf);
  world.busyWith(addresses);
  const offered = new Map<string, Set<string>>();
  for (const result of results) {
    const { addressId } = addressOf(result);
    const old = before.filter((each) => addressOf(each).addressId === addressId);
    const visible = await world.look.visits(addressOf(result));
    const visits = [...visible, ...[...old, result].flatMap(previewed)];
    offered.set(addressId, new Set(visits.map(visitKey)));
  }
  world.watch(async () => {
    for (const address of addresses) {
      const visits = (await world.look.visits(address)).map(visitKey);
      const wrong = visits.filter((visit) => !offered.get(address.addressId)?.has(visit));
      if (wrong.length > 0) exposed.push(...wrong);
    }
  });
  const exposed: string[] = [];
  const options = { parallel: given.parallel };
  if (how === 'once') await applyOnce(world, results, options);
  else await applyUntilSuccess(world, results, options);
  expect(exposed).toEqual([]);
  if (how === 'once') return;
  for (const result of results) {
    const shown = await world.look.visits(addressOf(result));
    expect(shown.map(visitKey).sort()).toEqual(wanted(world, result));
    await checkBreaks(world, result);
  }
  expect(await stepsLeft(world, results)).toEqual([]);
}

/** What a plan has once nobody books, breaks in or fails while it is made. */
async function stepsLeft(
  world: World,
  results: readonly ComputedCalendar[],
): Promise<readonly Step[]> {
  for (;;) {
    const isCalm = world.isCalm();
    const running = await world.start();
    const made = await Promise.race([
      planned(running, results, world.ports),
      running.process.killed,
    ]);
    if (made === undefined || made === 'killed') continue;
    const steps = made.plan.calendars.flatMap((plan) => plan.steps);
    if (isCalm || steps.length === 0) return steps;
  }
}

const AN_HOUR_MS = 3_600_000;

test(
  'whatever happens on the way, apply ends in the preview and exposes nothing',
  async () => {
    await fc.assert(fc.asyncProperty(run(), carryOut), {
      numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 100),
    });
  },
  AN_HOUR_MS,
);
