import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { runs } from '../../test/support/propertyRuns.js';
import { ADDRESS, connect, idOf, type TestClient } from '../../test/support/testClient.js';
import { startSandbox } from '../sandbox.js';
import { defaultSeed } from '../seed/defaultSeed.js';
import { endOfDay, formatTimestamp, localDate, MINUTE, startOfDay } from '../time/zone.js';

/** Days on which clocks change, somewhere, and one on which they do not. */
const DAYS = [
  ['Europe/Madrid', '2030-03-31'],
  ['Europe/Madrid', '2030-10-27'],
  ['Africa/Cairo', '2030-04-26'],
  ['Australia/Lord_Howe', '2030-10-06'],
  ['America/Sao_Paulo', '2030-07-01'],
  ['Asia/Kathmandu', '2030-07-01'],
] as const;

const Starts = z.object({ _items: z.array(z.object({ start: z.string() })) });

async function starts(client: TestClient, zone: string, date: string): Promise<readonly string[]> {
  const query = new URLSearchParams({
    start: formatTimestamp(startOfDay(date, zone), zone),
    end: formatTimestamp(endOfDay(date, zone), zone),
  });
  const answer = await client.get(`${ADDRESS}/slots?${query}`);
  return Starts.parse(answer.body)._items.map((item) => item.start);
}

/** Two periods of one day, one after the other, each with one or two durations. */
const days = fc.record({
  day: fc.constantFrom(...DAYS),
  cuts: fc.uniqueArray(fc.integer({ min: 0, max: 22 * 60 }), { minLength: 4, maxLength: 4 }),
  durations: fc.array(
    fc.uniqueArray(fc.constantFrom(10, 12, 15, 20, 45), { minLength: 1, maxLength: 2 }),
    {
      minLength: 2,
      maxLength: 2,
    },
  ),
});
type Day = typeof days extends fc.Arbitrary<infer T> ? T : never;

function periodsOf({ day: [zone, date], cuts, durations }: Day) {
  const [a = 0, b = 0, c = 0, d = 0] = cuts.toSorted((x, y) => x - y);
  const at = (minute: number) => startOfDay(date, zone) + minute * MINUTE;
  return [
    { start: at(a), end: at(b), durations: durations[0] ?? [] },
    { start: at(c), end: at(d), durations: durations[1] ?? [] },
  ];
}

type Period = ReturnType<typeof periodsOf>[number];

function body(periods: readonly Period[], zone: string) {
  const ids = ['1001', '1002'];
  const slots = periods.map((period) => ({
    start: formatTimestamp(period.start, zone),
    end: formatTimestamp(period.end, zone),
    address_services: period.durations.map((duration, index) => ({
      address_service_id: ids[index],
      duration,
    })),
  }));
  return { slots };
}

/** By trial: every minute that all durations reach from the start in whole steps of some common divisor. */
function expectedStarts(periods: readonly Period[], zone: string): readonly string[] {
  return periods.flatMap(({ start, end, durations }) => {
    const steps = [45, 20, 15, 12, 10, 6, 5, 4, 3, 2, 1];
    const step = steps.find((each) => durations.every((duration) => duration % each === 0)) ?? 1;
    const found: string[] = [];
    for (let at = start; at + Math.min(...durations) * MINUTE <= end; at += step * MINUTE) {
      found.push(formatTimestamp(at, zone));
    }
    return found;
  });
}

async function withSandbox(zone: string, now: number, use: (client: TestClient) => Promise<void>) {
  const sandbox = await startSandbox({ seed: { ...defaultSeed, zone }, now: () => now });
  try {
    await use(await connect(sandbox));
  } finally {
    await sandbox.close();
  }
}

test('whatever replaceSlots accepted is what getSlots shows, on any day in any zone', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (plan) => {
      const [zone, date] = plan.day;
      const periods = periodsOf(plan);
      await withSandbox(zone, startOfDay(date, zone), async (client) => {
        const answer = await client.send('PUT', `${ADDRESS}/slots`, body(periods, zone));
        const sameDay = periods.every(({ end }) => localDate(end, zone) === date);
        expect(answer.status).toBe(sameDay ? 201 : 400);
        const shown = await starts(client, zone, date);
        expect(shown).toEqual(sameDay ? expectedStarts(periods, zone) : []);
      });
    }),
    runs(80),
  );
});

test('removing a break shows exactly what it hid, and it hides only what overlaps it', async () => {
  const calendarBreak = fc.tuple(
    fc.integer({ min: 0, max: 1300 }),
    fc.integer({ min: 1, max: 200 }),
  );
  await fc.assert(
    fc.asyncProperty(
      days,
      fc.array(calendarBreak, { minLength: 1, maxLength: 4 }),
      async (plan, calendarBreaks) => {
        const [zone, date] = plan.day;
        await withSandbox(zone, startOfDay(date, zone), async (client) => {
          await client.send('PUT', `${ADDRESS}/slots`, body(periodsOf(plan), zone));
          const history: { readonly id: string; readonly before: readonly string[] }[] = [];
          for (const [from, length] of calendarBreaks) {
            const before = await starts(client, zone, date);
            const since = startOfDay(date, zone) + from * MINUTE;
            const range = {
              since: formatTimestamp(since, zone),
              till: formatTimestamp(since + length * MINUTE, zone),
              description: String(history.length),
            };
            const answer = await client.send('POST', `${ADDRESS}/breaks`, range);
            history.push({ id: idOf(answer), before });
            const after = await starts(client, zone, date);
            expect(before).toEqual(expect.arrayContaining([...after]));
          }
          for (const { id, before } of history.toReversed()) {
            await client.send('DELETE', `${ADDRESS}/breaks/${id}`);
            expect(await starts(client, zone, date)).toEqual(before);
          }
        });
      },
    ),
    runs(40),
  );
});
