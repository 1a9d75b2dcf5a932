import * as fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import {
  clearDate,
  DATES,
  expectedSlots,
  type MinuteModel,
  type ModelDate,
  type ModelPeriod,
  offered,
  timestamp,
  writePeriods,
} from './minute-model.js';
import { ADDRESS, type Answer, idOf, PATIENT, type TestClient } from './test-client.js';

type Command = fc.AsyncCommand<MinuteModel, TestClient>;

const THREE_MINUTES = 180_000;
const SERVICE_IDS = ['1001', '1002'] as const;
const Shown = z.object({
  _items: z.array(
    z.object({
      start: z.string(),
      address_services: z.object({ _items: z.array(z.object({ id: z.string() })) }),
    }),
  ),
});

/** Compares getSlots with the model. */
export async function expectSame(model: MinuteModel, client: TestClient): Promise<void> {
  const query = new URLSearchParams({
    start: `${DATES[0]}T00:00:00+02:00`,
    end: '2030-05-18T00:00:00+02:00',
    with: 'slot.services',
  });
  const answer = await client.get(`${ADDRESS}/slots?${query}`);
  const shown = Shown.parse(answer.body)._items.map(({ start, address_services: services }) => {
    const ids = services._items.map((service) => service.id).join(',');
    return `${start.slice(0, 10)} ${start.slice(11, 16)} ${ids}`;
  });
  expect(shown).toEqual(expectedSlots(model));
}

/** A command that can always run: `act` does it to both sides, then both must show the same. */
function command(
  name: string,
  act: (model: MinuteModel, client: TestClient) => Promise<void>,
): Command {
  return {
    check: () => true,
    run: async (model, client) => {
      await act(model, client);
      await expectSame(model, client);
    },
    toString: () => name,
  };
}

const dates = fc.constantFrom(...DATES);
/** A short day in steps of five minutes, so that things meet each other. */
const minutes = fc.integer({ min: 0, max: 24 }).map((step) => 540 + step * 5);
const lengths = fc.integer({ min: 1, max: 24 }).map((step) => step * 5);
const services = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...SERVICE_IDS), duration: fc.constantFrom(10, 15, 20, 30) }),
  { selector: (service) => service.id, maxLength: 2 },
);

const periods = dates.chain((date) =>
  fc.array(fc.record({ date: fc.constant(date), from: minutes, length: lengths, services }), {
    minLength: 1,
    maxLength: 3,
  }),
);

function overlapSomewhere(list: readonly ModelPeriod[]): boolean {
  return list.some((a, index) => list.slice(index + 1).some((b) => a.from < b.to && b.from < a.to));
}

const puts = periods.map((list) => {
  const wanted = list.map(({ length, ...rest }) => ({ ...rest, to: rest.from + length }));
  const slots = wanted.map((period) => ({
    start: timestamp(period.date, period.from),
    end: timestamp(period.date, period.to),
    address_services: period.services.map(({ id, duration }) => ({
      address_service_id: id,
      duration,
    })),
  }));
  const body = JSON.stringify({ slots });
  return command(`put ${body}`, async (model, client) => {
    model.recentPuts = model.recentPuts.filter((put) => model.clock < put.at + THREE_MINUTES);
    const refused = model.profile === 'strict' && overlapSomewhere(wanted);
    const answer = await client.send('PUT', `${ADDRESS}/slots`, body);
    expect(answer.status).toBe(refused ? 400 : 201);
    if (refused || model.recentPuts.some((put) => put.body === body)) return;
    model.recentPuts.push({ body, at: model.clock });
    writePeriods(model, wanted);
  });
});

const deletions = dates.map((date) =>
  command(`delete ${date}`, async (model, client) => {
    expect((await client.send('DELETE', `${ADDRESS}/slots/${date}`)).status).toBe(204);
    if (model.profile === 'lenient') model.recentPuts = [];
    clearDate(model, date);
  }),
);

const waits = fc.constantFrom(1000, 60_000, THREE_MINUTES).map((ms) =>
  command(`wait ${ms}`, async (model, client) => {
    client.sandbox.control.advanceClock(ms);
    model.clock += ms;
  }),
);

const bookings = fc
  .record({ date: dates, from: minutes, id: fc.constantFrom(...SERVICE_IDS) })
  .map(({ date, from, id }) =>
    command(`book ${id} ${timestamp(date, from)}`, async (model, client) => {
      const free = offered(model, date, from, null).includes(id);
      const duration = durationAt(model, date, from, id);
      const body = { address_service_id: id, duration, patient: PATIENT };
      const path = `${ADDRESS}/slots/${encodeURIComponent(timestamp(date, from))}/book`;
      const answer = await client.send('POST', path, body);
      expect(answer.status).toBe(free ? 200 : 404);
      if (free) model.bookings.push({ id: idOf(answer), date, from, to: from + duration });
    }),
  );

const moves = fc
  .record({ nth: fc.nat(), date: dates, from: minutes, id: fc.constantFrom(...SERVICE_IDS) })
  .map(({ nth, date, from, id }) =>
    command(`move #${nth} to ${id} ${timestamp(date, from)}`, async (model, client) => {
      const old = model.bookings[nth % Math.max(1, model.bookings.length)];
      if (old === undefined) return;
      const free = offered(model, date, from, old.id).includes(id);
      const body = { address_service_id: id, start: timestamp(date, from) };
      const answer = await client.send('POST', `${ADDRESS}/bookings/${old.id}/move`, body);
      expect(answer.status).toBe(free ? 201 : 400);
      if (!free) return;
      const to = from + durationAt(model, date, from, id);
      model.bookings = model.bookings.filter((booking) => booking !== old);
      model.bookings.push({ id: idOf(answer), date, from, to });
    }),
  );

const cancellations = fc.nat().map((nth) =>
  command(`cancel #${nth}`, async (model, client) => {
    const booking = model.bookings[nth % Math.max(1, model.bookings.length)];
    if (booking === undefined) return;
    const path = `${ADDRESS}/bookings/${booking.id}`;
    expect((await client.send('DELETE', path)).status).toBe(204);
    expect((await client.send('DELETE', path)).status).toBe(400);
    model.bookings = model.bookings.filter((other) => other !== booking);
  }),
);

const pauses = fc.record({ date: dates, from: minutes, length: lengths });

const newBreaks = pauses.map(({ date, from, length }) =>
  command(`break ${timestamp(date, from)} for ${length}`, async (model, client) => {
    const to = from + length;
    const body = { since: timestamp(date, from), till: timestamp(date, to) };
    const answer = await client.send('POST', `${ADDRESS}/breaks`, body);
    const known = model.breaks.some(
      (one) => one.date === date && one.from === from && one.to === to,
    );
    expect(answer.status).toBe(known ? 409 : 201);
    if (!known) model.breaks.push({ id: idOf(answer), date, from, to });
  }),
);

const breakMoves = fc.tuple(fc.nat(), pauses).map(([nth, { date, from, length }]) =>
  command(`move break #${nth} to ${timestamp(date, from)}`, async (model, client) => {
    const old = model.breaks[nth % Math.max(1, model.breaks.length)];
    if (old === undefined) return;
    const to = from + length;
    const same = old.date === date && old.from === from && old.to === to;
    const body = { since: timestamp(date, from), till: timestamp(date, to) };
    const answer = await client.send('PATCH', `${ADDRESS}/breaks/${old.id}`, body);
    expect(answer.status).toBe(same ? 422 : 204);
    model.breaks = model.breaks.map((one) => (one === old ? { id: old.id, date, from, to } : one));
  }),
);

const breakDeletions = fc.nat().map((nth) =>
  command(`delete break #${nth}`, async (model, client) => {
    const pause = model.breaks[nth % Math.max(1, model.breaks.length)];
    if (pause === undefined) return;
    const path = `${ADDRESS}/breaks/${pause.id}`;
    const answers: readonly Answer[] = [await client.send('DELETE', path), await client.get(path)];
    expect(answers.map((answer) => answer.status)).toEqual([204, 404]);
    model.breaks = model.breaks.filter((one) => one !== pause);
  }),
);

function durationAt(model: MinuteModel, date: ModelDate, minute: number, id: string): number {
  const owner = model.minutes[date][minute];
  return owner?.services.find((service) => service.id === id)?.duration ?? 10;
}

/** Everything that can happen to a calendar, in any order. */
export const calendarCommands: readonly fc.Arbitrary<Command>[] = [
  puts,
  puts,
  deletions,
  waits,
  bookings,
  bookings,
  moves,
  cancellations,
  newBreaks,
  breakMoves,
  breakDeletions,
];
