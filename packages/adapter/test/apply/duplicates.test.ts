import { expect, test } from 'vitest';
import { variantOf, written } from '../../src/apply/step/putVariants.js';
import { isSuccess } from '../../src/index.js';
import { openClient } from '../support/openClient.js';
import { apply, openSample, results, sent, starts } from './sample.js';
import { planned, syncOf } from './sync.js';

const DATE = '2026-10-07';
const A = { dates: { [DATE]: '09:00-10:00' } };
/** The week as it usually is. */
const B = {};

test('A, B, A within three minutes ends in A', async () => {
  const world = await openSample({ profile: 'strict' });
  await apply(world, {});
  for (const sample of [A, B, A, B, A]) {
    expect(isSuccess(await apply(world, sample))).toBe(true);
  }
  expect(await starts(world, DATE)).toBe('09:00 09:30');
  expect(world.ports.clock.now()).toBe(Date.parse('2026-10-04T08:00:00Z'));
  await world.close();
});

test('a server that compares meanings is waited for', async () => {
  const world = await openSample();
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const client = await openClient(world.sandbox, {
    ports: {
      ...world.ports,
      fetch: (url, init) => {
        const { body } = init;
        const same = typeof body === 'string' && init.method === 'PUT';
        return world.ports.fetch(
          url,
          same ? { ...init, body: JSON.stringify(sorted(JSON.parse(body))) } : init,
        );
      },
    },
  });
  for (const sample of [B, A, B, A]) {
    const { store } = await world.start();
    const made = await planned({ client, store }, results(sample), world.ports);
    if (made === undefined) throw new Error('no plan');
    const report = await syncOf({ client, store }, world.ports).apply(made);
    expect(report.map(isSuccess)._unsafeUnwrap()).toBe(true);
  }
  expect(await starts(world, DATE)).toBe('09:00 09:30');
  expect(world.ports.clock.now() - Date.parse('2026-10-04T08:00:00Z')).toBeGreaterThan(180_000);
  expect(sent(world).length).toBe(5);
  await world.close();
});

test('variants differ in bytes and in nothing else', () => {
  const entry = {
    start: 'a',
    end: 'b',
    address_services: [{ address_service_id: '1', duration: 5 }],
    insurance_providers: [1],
  };
  const request = { slots: [entry, entry] };
  const texts = Array.from({ length: 36 }, (_, index) => JSON.stringify(variantOf(request, index)));
  expect(new Set(texts).size).toBe(36);
  for (const text of texts) expect(JSON.parse(text)).toEqual(request);
  const { content, variant } = written(request, []);
  expect(variant).toBe(0);
  expect(written(request, [{ at: 0, content, variant: 4 }]).variant).toBe(5);
  expect(written({ slots: [entry] }, [{ at: 0, content, variant: 4 }]).variant).toBe(0);
});
