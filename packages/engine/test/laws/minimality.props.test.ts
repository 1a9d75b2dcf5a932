import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, publishedPeriods, slotsOf, type WorkPeriod } from '../../src/index.js';
import { type Interval, union } from '../../src/intervals.js';
import { runs } from './case.js';
import { exampleConfiguration } from './configuration.js';

const at = (minute: number): Instant => minute as Instant;

interface SmallDay {
  readonly base: WorkPeriod;
  readonly carved: readonly Interval<Instant>[];
}

const smallDay: fc.Arbitrary<SmallDay> = fc
  .record({
    length: fc.integer({ min: 1, max: 24 }),
    durations: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    cuts: fc.array(fc.tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 4,
    }),
  })
  .map(({ length, durations, cuts }) => ({
    base: { start: at(0), end: at(length), configuration: exampleConfiguration(durations) },
    carved: cuts.map(([start, size]) => ({ start: at(start), end: at(start + size) })),
  }));

/** What Docplanner shows of a period from `start` to `end`: start and service of every slot. */
function rendered({ configuration }: WorkPeriod, start: number, end: number): readonly string[] {
  const shown: string[] = [];
  for (let t = start; t < end; t += configuration.cell) {
    for (const { addressServiceId, duration } of configuration.services) {
      if (t + duration <= end) shown.push(`${t} ${addressServiceId}`);
    }
  }
  return shown;
}

/** The slots of the base period that carved time leaves free. */
function wanted({ base, carved }: SmallDay): readonly string[] {
  return rendered(base, base.start, base.end).filter((slot) => {
    const [start = 0, service] = slot.split(' ');
    const duration =
      base.configuration.services.find(({ addressServiceId }) => addressServiceId === service)
        ?.duration ?? 0;
    const visit = { start: Number(start), end: Number(start) + duration };
    return carved.every((cut) => cut.end <= visit.start || visit.end <= cut.start);
  });
}

/** Every way to choose entries is tried: the fewest that show exactly the slots wanted. */
function fewestEntries(day: SmallDay): number {
  const { base } = day;
  const slots = wanted(day);
  const fewestFrom = new Map<number, number>();
  const fewest = (position: number): number => {
    const known = fewestFrom.get(position);
    if (known !== undefined) return known;
    const left = slots.filter((slot) => Number.parseInt(slot, 10) >= position);
    let best = left.length === 0 ? 0 : Number.POSITIVE_INFINITY;
    for (let start = position; left.length > 0 && start < base.end; start += 1) {
      for (let end = start + 1; end <= base.end; end += 1) {
        const due = left.filter((slot) => Number.parseInt(slot, 10) < end);
        const shown = rendered(base, start, end);
        if (shown.join() === due.join() && shown.length > 0) {
          best = Math.min(best, 1 + fewest(end));
        }
      }
    }
    fewestFrom.set(position, best);
    return best;
  };
  return fewest(0);
}

test('no fewer entries show exactly the slots that carved time leaves', () => {
  fc.assert(
    fc.property(smallDay, (day) => {
      const published = publishedPeriods([day.base], union(day.carved));
      const shown = published.flatMap(({ start, end }) => rendered(day.base, start, end));
      expect(shown).toEqual(wanted(day));
      expect(published).toHaveLength(fewestEntries(day));
    }),
    { numRuns: runs(400) },
  );
});

test('slotsOf shows what Docplanner would', () => {
  fc.assert(
    fc.property(smallDay, ({ base, carved }) => {
      const periods = publishedPeriods([base], union(carved));
      const shown = slotsOf(periods, union([])).flatMap(({ start, addressServiceIds }) =>
        addressServiceIds.map((id) => `${start} ${id}`),
      );
      expect(shown).toEqual(periods.flatMap(({ start, end }) => rendered(base, start, end)));
    }),
    { numRuns: runs(200) },
  );
});
