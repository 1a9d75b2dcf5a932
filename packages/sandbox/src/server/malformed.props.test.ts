import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/propertyRuns.js';
import {
  ADDRESS,
  book,
  connect,
  idOf,
  PATIENT,
  period,
  put,
} from '../../test/support/testClient.js';
import { ERROR_TYPE } from '../answers/response.js';
import { allRoutes } from '../routes/allRoutes.js';
import { startSandbox } from '../sandbox.js';

const NOW = Date.parse('2030-05-13T06:00:00Z');
const DAY = '2030-05-16';

/** Bodies that pass, to be spoilt in one place. */
const goodBodies = [
  { slots: [period(DAY, '09:00', '10:00'), period(DAY, '11:00', '12:00')] },
  { since: `${DAY}T09:00:00+02:00`, till: `${DAY}T10:00:00+02:00`, description: 'Lunch' },
  { address_service_id: '1001', duration: 30, patient: PATIENT, start: `${DAY}T09:30:00+02:00` },
  { service_id: '3', price: 10, allowed_patients: { minimum_age: 1 }, default_duration: 20 },
  { insurance_provider_id: '12', insurance_plans: [{ insurance_plan_id: '1' }] },
  { confirmed_by: 'user', insurance_support: 'private', reason: 'ill' },
];

/** Values that programs trip over. */
const oddValues = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, '', [], {}, 1e308, -1, 0.5, '__proto__', 1e21),
);

/** One leaf somewhere in a value replaced by something odd. */
function spoil(value: unknown, path: readonly number[], odd: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return odd;
  const entries = Object.entries(value);
  if (entries.length === 0) return odd;
  const spoilt = entries.map(([key, field], index) =>
    index === step % entries.length
      ? ([key, spoil(field, rest, odd)] as const)
      : ([key, field] as const),
  );
  return Array.isArray(value) ? spoilt.map(([, field]) => field) : Object.fromEntries(spoilt);
}

const bodies = fc.oneof(
  fc
    .tuple(fc.constantFrom(...goodBodies), fc.array(fc.nat(), { maxLength: 5 }), oddValues)
    .map(([good, path, odd]) => JSON.stringify(spoil(good, path, odd))),
  fc.constantFrom(...goodBodies).map((good) => JSON.stringify(good)),
  fc.string(),
  fc.constant(undefined),
);

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(`${DAY}T09:00:00+02:00`, '0', '-1', 'constructor', '9'.repeat(400)),
);

test('whatever is sent anywhere, the answer is documented JSON below 500', async () => {
  const sandbox = await startSandbox({ profile: 'lenient', now: () => NOW });
  const client = await connect(sandbox);
  await put(client, period(DAY, '09:00', '12:00'));
  const booking = idOf(await book(client, `${DAY}T09:00:00+02:00`));
  const start = sandbox.control.snapshot();
  const known: Readonly<Record<string, string>> = {
    facility: '1',
    doctor: '10',
    address: '100',
    service: '1001',
    provider: '11',
    booking,
    break: '1',
    date: DAY,
    start: `${DAY}T10:00:00+02:00`,
  };
  const calls = fc.record({
    route: fc.constantFrom(...allRoutes),
    odd: fc.option(fc.tuple(fc.nat(), texts), { nil: null }),
    query: fc.dictionary(
      fc.constantFrom('start', 'end', 'since', 'till', 'page', 'limit', 'with', 'with[]'),
      texts,
    ),
    body: bodies,
  });
  await fc.assert(
    fc.asyncProperty(calls, async ({ route, odd, query, body }) => {
      const names = route.path.split('/').filter((part) => part.startsWith(':'));
      const oddName = odd === null ? undefined : names[odd[0] % Math.max(1, names.length)];
      const path = names.reduce((text, name) => {
        const value = name === oddName ? (odd?.[1] ?? '') : (known[name.slice(1)] ?? '1');
        return text.replace(name, () => encodeURIComponent(value));
      }, route.path);
      const sent = route.method === 'GET' ? undefined : body;
      const answer = await client.send(route.method, `${path}?${new URLSearchParams(query)}`, sent);
      expect(answer.status, answer.text).toBeLessThan(500);
      if (answer.status >= 400) {
        expect(answer.headers.get('Content-Type')).toBe(ERROR_TYPE);
        expect(answer.body).toMatchObject({ message: expect.any(String) });
      }
      sandbox.control.restore(start);
    }),
    runs(600),
  );
  expect((await client.get(`${ADDRESS}/calendar`)).status).toBe(200);
  await sandbox.close();
});
