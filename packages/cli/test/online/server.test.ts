import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { DATES, openClinic } from './clinic.js';

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 1;
}

const drift = (clinic: Awaited<ReturnType<typeof openClinic>>): readonly string[] => [
  'drift',
  clinic.path('clinic.yaml'),
  ...DATES,
];

test.each([
  [['--base-url', 'http://www.doctoralia.es'], '--base-url: expected https://'],
  [['--base-url', 'http://10.0.0.1:8080'], '--base-url: expected https://'],
  [['--base-url', 'https://me:pw@www.doctoralia.es'], 'without user, password'],
  [['--base-url', 'doctoralia.es'], '--base-url: expected a URL'],
  [['--domain', 'https://www.doctoralia.es'], '--domain: expected a domain without https://'],
  [['--domain', 'a.es', '--base-url', 'https://www.a.es'], 'cannot be used with'],
  [[], 'which Docplanner?'],
  [['--state', '/nowhere/state.json'], 'which Docplanner?'],
])('%j is wrong usage', async (argv, why) => {
  const clinic = await openClinic();
  const { exit, out, err } = await clinic.run([...drift(clinic), ...argv]);
  expect({ exit, out }).toEqual({ exit: 64, out: '' });
  expect(err).toContain(why);
  expect(err).not.toContain('pw');
});

test('a port that nobody listens on ends with 1, and nothing was sent', async () => {
  const clinic = await openClinic();
  const url = `http://127.0.0.1:${await closedPort()}`;
  const read = await clinic.run([...drift(clinic), '--base-url', url]);
  expect(read.exit).toBe(1);
  expect(read.out).toContain('could not be reached');
  const applied = await clinic.apply(['--base-url', url]);
  expect(applied.exit).toBe(1);
  expect(applied.out).toContain('ECONNREFUSED');
});

test('a domain that there is not ends with 1', async () => {
  const clinic = await openClinic();
  const { exit, out } = await clinic.run([...drift(clinic), '--domain', 'slotwright.invalid']);
  expect(exit).toBe(1);
  expect(out).toContain('could not be reached');
});

test('the state says which server, and keeps to it', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  const state = ['--state', clinic.path('state.json')];
  expect((await clinic.run([...drift(clinic), ...state])).exit).toBe(0);
  const other = await openClinic();
  const { exit, err } = await clinic.apply(['--base-url', other.sandbox.url]);
  expect(exit).toBe(1);
  expect(err).toContain('Use one state per server');
});

test('--timeout bounds the wait for an answer', async () => {
  const clinic = await openClinic();
  clinic.sandbox.control.injectFault({ delayMs: 20_000, count: 100, outcome: { type: 'drop' } });
  const begun = performance.now();
  const { exit, out, err } = await clinic.run([
    ...drift(clinic),
    ...['--base-url', clinic.sandbox.url, '--timeout', '1'],
  ]);
  expect(exit).toBe(1);
  expect(out + err).toMatch(/did not answer in time/);
  // Three tries of a second each, on a busy machine; the answers would take more than 20 seconds.
  expect(performance.now() - begun).toBeLessThan(18_000);
});
