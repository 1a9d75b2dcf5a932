import * as fc from 'fast-check';
import { expect } from 'vitest';
import { command, dates, minutes } from './command.js';
import { DATES, type MinuteModel, type ModelDate, offered, timestamp } from './minuteModel.js';
import { ADDRESS, idOf, PATIENT } from './testClient.js';

interface Aim {
  readonly date: ModelDate;
  readonly from: number;
  readonly id: string;
}

/** Some start of some service, free or not; `nth` picks one that is free, when there is one. */
const aims = fc.record({
  nth: fc.option(fc.nat(), { freq: 2 }),
  anywhere: fc.record({ date: dates, from: minutes, id: fc.constantFrom('1001', '1002') }),
});

function resolve(
  model: MinuteModel,
  aim: { nth: number | null; anywhere: Aim },
  except: string | null,
): Aim {
  if (aim.nth === null) return aim.anywhere;
  const free = DATES.flatMap((date) =>
    model.minutes[date].flatMap((_, from) =>
      offered(model, date, from, except).map((id) => ({ date, from, id })),
    ),
  );
  return free[aim.nth % Math.max(1, free.length)] ?? aim.anywhere;
}

const bookings = aims.map((aim) =>
  command(`book ${JSON.stringify(aim)}`, async (model, client) => {
    const { date, from, id } = resolve(model, aim, null);
    const free = offered(model, date, from, null).includes(id);
    const duration = durationAt(model, date, from, id);
    const body = { address_service_id: id, duration, patient: PATIENT };
    const path = `${ADDRESS}/slots/${encodeURIComponent(timestamp(date, from))}/book`;
    const answer = await client.send('POST', path, body);
    expect(answer.status).toBe(free ? 200 : 404);
    if (free) model.bookings.push({ id: idOf(answer), date, from, to: from + duration });
  }),
);

const moves = fc.tuple(fc.nat(), aims).map(([nth, aim]) =>
  command(`move booking #${nth} to ${JSON.stringify(aim)}`, async (model, client) => {
    const old = model.bookings[nth % Math.max(1, model.bookings.length)];
    if (old === undefined) return;
    const { date, from, id } = resolve(model, aim, old.id);
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

function durationAt(model: MinuteModel, date: ModelDate, minute: number, id: string): number {
  const owner = model.minutes[date][minute];
  return owner?.services.find((service) => service.id === id)?.duration ?? 10;
}

export const bookingCommands = [bookings, bookings, moves, cancellations];
