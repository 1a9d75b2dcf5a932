import { union } from '@slotwright/engine/intervals';
import { parseWireInterval } from '@slotwright/engine/plan';
import { slotsOfPeriod } from '@slotwright/sandbox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offeredWithin } from './visible.js';

const MIDNIGHT = Date.parse('2026-10-05T00:00:00Z');
const MINUTE = 60_000;
const text = (minute: number): string =>
  new Date(MIDNIGHT + minute * MINUTE).toISOString().replace('.000Z', '+00:00');
const range = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, 1440) }));

test('what an entry offers is what the sandbox shows of it', () => {
  fc.assert(
    fc.property(
      range,
      fc.uniqueArray(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 3 }),
      fc.array(range, { maxLength: 3 }),
      (period, durations, busy) => {
        const at = ({ start, end }: typeof period) => ({
          start: MIDNIGHT + start * MINUTE,
          end: MIDNIGHT + end * MINUTE,
        });
        const shown = slotsOfPeriod(
          {
            ...at(period),
            anchor: at(period).start,
            services: durations.map((duration) => ({ addressServiceId: `${duration}`, duration })),
            insuranceAccepted: 'with-and-without-insurance',
            insuranceProviders: [],
          },
          busy.map(at),
        );
        const entry = {
          start: text(period.start),
          end: text(period.end),
          address_services: durations.map((duration) => ({
            address_service_id: `${duration}`,
            duration,
          })),
        };
        const day = { start: MIDNIGHT / MINUTE, end: MIDNIGHT / MINUTE + 1440 };
        const hidden = union(
          busy.map(({ start, end }) => parseWireInterval(text(start), text(end))._unsafeUnwrap()),
        );
        const offered = [...offeredWithin([entry], hidden, day)].map(([start, services]) => ({
          start: start * MINUTE,
          services: [...services].sort(),
        }));
        expect(offered).toEqual(
          shown.map(({ start, services }) => ({
            start,
            services: services.map(({ addressServiceId }) => addressServiceId).sort(),
          })),
        );
      },
    ),
  );
});
