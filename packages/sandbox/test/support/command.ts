import * as fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { DATES, expectedSlots, type MinuteModel } from './minuteModel.js';
import { ADDRESS, type TestClient } from './testClient.js';

type Command = fc.AsyncCommand<MinuteModel, TestClient>;

const Shown = z.object({
  _items: z.array(
    z.object({
      start: z.string(),
      address_services: z.object({ _items: z.array(z.object({ id: z.string() })) }),
    }),
  ),
});

/** Compares getSlots with the model. */
async function expectSame(model: MinuteModel, client: TestClient): Promise<void> {
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
export function command(
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

export const dates = fc.constantFrom(...DATES);
/** A short day in steps of five minutes, so that things meet each other. */
export const minutes = fc.integer({ min: 0, max: 24 }).map((step) => 540 + step * 5);
export const lengths = fc.integer({ min: 1, max: 24 }).map((step) => step * 5);
