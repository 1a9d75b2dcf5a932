import {
  type Calendar,
  type ComputedDocument,
  computeDocument,
  instantFormatter,
  instantFrom,
  parseDocument,
  parseHorizon,
  zoneOf,
} from '@slotwright/engine';
import { expect } from 'vitest';
import {
  createSync,
  type DocplannerClient,
  type ImportedClinic,
  type ImportOptions,
  memoryStore,
  withBookings,
} from '../../src/index.js';
import type { TestPorts } from '../support/testPorts.js';

/** What an import of all that a client reaches brings. */
export async function imported(
  client: DocplannerClient,
  ports: TestPorts,
  options: ImportOptions,
): Promise<ImportedClinic> {
  const sync = createSync({ client, store: memoryStore('sandbox'), ports });
  return (await sync.import(options))._unsafeUnwrap();
}

/** The imported document with its bookings, computed for the dates that were read. */
export function computedAgain(
  { document, bookings }: ImportedClinic,
  ports: TestPorts,
  weeks = 12,
): ComputedDocument {
  const including = withBookings({ ...document, bookingsFrom: 'bookings.json' }, bookings);
  const read = parseDocument(including)._unsafeUnwrap();
  const now = instantFrom(Math.ceil(ports.clock.now() / 60_000) * 60_000)._unsafeUnwrap();
  const today = instantFormatter(zoneOf(read.timezone))(now).slice(0, 10);
  const last = new Date(Date.parse(today) + (weeks * 7 - 1) * 86_400_000);
  const horizon = parseHorizon(today, last.toISOString().slice(0, 10))._unsafeUnwrap();
  return computeDocument(read, horizon, now, []);
}

/** Expects that a computed document shows what Docplanner does, and that planning it creates no break. */
export async function expectSame(
  client: DocplannerClient,
  ports: TestPorts,
  computed: ComputedDocument,
): Promise<void> {
  for (const { calendar, slots, dates } of computed.calendars) {
    const shown = await shownBy(client, calendar, [dates[0]?.start ?? 0, dates.at(-1)?.end ?? 0]);
    const own = slots.map(({ start, addressServiceIds: ids }) => startText(start, ids));
    expect(own.sort()).toEqual(shown.filter((text) => Number(text.split(' ')[0]) >= computed.now));
  }
  const sync = createSync({ client, store: memoryStore('sandbox'), ports });
  const { horizon, now } = computed;
  const { plan, seen } = (await sync.plan(computed, { horizon, now }))._unsafeUnwrap();
  const steps = plan.calendars.flatMap((each) => each.steps.map(({ type }) => type));
  expect(steps.filter((type) => type !== 'replace-slots')).toEqual([]);
  expect(seen.filter(({ bookingsChanged }) => bookingsChanged)).toEqual([]);
}

async function shownBy(
  client: DocplannerClient,
  calendar: Calendar,
  [from, to]: readonly [number, number],
): Promise<readonly string[]> {
  const text = (minute: number): string =>
    new Date(minute * 60_000).toISOString().replace('.000Z', '+00:00');
  const slots = await client.getSlots(calendar, { start: text(from), end: text(to) });
  return slots
    ._unsafeUnwrap()
    .map(({ start, services }) =>
      startText(
        start,
        services.map((each) => each.addressServiceId),
      ),
    )
    .sort();
}

const startText = (start: number, ids: readonly string[]): string =>
  `${start} ${[...ids].sort().join('+')}`;
