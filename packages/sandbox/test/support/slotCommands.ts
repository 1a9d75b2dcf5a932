import * as fc from 'fast-check';
import { expect } from 'vitest';
import { command, dates, lengths, minutes } from './command.js';
import { clearDate, type ModelPeriod, timestamp, writePeriods } from './minuteModel.js';
import { ADDRESS } from './testClient.js';

const THREE_MINUTES = 180_000;

const services = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('1001', '1002'), duration: fc.constantFrom(10, 15, 20, 30) }),
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

export const slotCommands = [puts, puts, deletions, waits];
