import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { bookingCommands } from '../test/support/bookingCommands.js';
import { breakCommands } from '../test/support/breakCommands.js';
import { newModel } from '../test/support/minuteModel.js';
import { runs } from '../test/support/propertyRuns.js';
import { slotCommands } from '../test/support/slotCommands.js';
import { ADDRESS, connect, NOW, type TestClient } from '../test/support/testClient.js';
import { startSandbox } from './sandbox.js';

const Bookings = z.object({
  _items: z.array(z.object({ status: z.string(), start_at: z.string(), end_at: z.string() })),
});

/** No two active bookings overlap; times of one zone and offset compare as text. */
async function expectNoDoubleBooking(client: TestClient): Promise<void> {
  const query = 'start=2030-01-01T00:00:00%2B01:00&end=2030-12-31T00:00:00%2B01:00';
  const answer = await client.get(`${ADDRESS}/bookings?${query}`);
  const active = Bookings.parse(answer.body)._items.filter((item) => item.status === 'booked');
  const clash = active.find(
    (booking, index) => booking.start_at < (active[index - 1]?.end_at ?? ''),
  );
  expect(clash).toBeUndefined();
}

test('after any sequence of calls the sandbox shows what a minute-by-minute model shows', async () => {
  const commands = fc.commands([...slotCommands, ...bookingCommands, ...breakCommands], {
    maxCommands: 25,
    size: 'max',
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('strict', 'lenient'), commands, async (profile, sequence) => {
      const sandbox = await startSandbox({ profile, now: () => NOW });
      try {
        const client = await connect(sandbox);
        await fc.asyncModelRun(() => ({ model: newModel(profile), real: client }), sequence);
        await expectNoDoubleBooking(client);
      } finally {
        await sandbox.close();
      }
    }),
    runs(60),
  );
});
