import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openClinic, writesOf } from './clinic.js';

test('Ctrl-C in the middle ends with 130; run again it goes on, and nothing is sent twice', async () => {
  const controller = new AbortController();
  let writes = 0;
  const clinic = await openClinic({
    onRequest: ({ method, path }) => {
      if (method === 'PUT' && path.endsWith('/slots')) writes += 1;
      if (writes === 5) controller.abort();
    },
  });
  const { exit, out, err } = await clinic.apply([], { interruption: controller.signal });
  expect(exit).toBe(130);
  expect(out).toContain('Interrupted. Run it again to go on.');
  expect(err).not.toContain('unexpected');
  const kept = JSON.parse(readFileSync(clinic.path('state.json/1,10,100/calendar.json'), 'utf8'));
  expect(kept.kind).toBe('slotwright-calendar');

  const again = await clinic.apply();
  expect(again.exit).toBe(0);
  // 12 dates one by one, the first try of several, the break, and at most the one that was in flight again.
  const sent = writesOf(clinic).filter((call) => !call.endsWith('400'));
  expect(sent.length).toBeLessThanOrEqual(12 + 1 + 1);
  expect((await clinic.run(driftOf(clinic))).exit).toBe(0);
});

test('a connection that drops after the effect is looked up, not repeated', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  clinic.sandbox.control.injectFault({
    method: 'POST',
    path: '*/breaks',
    when: 'after',
    outcome: { type: 'drop' },
  });
  expect((await clinic.apply()).exit).toBe(0);
  expect(writesOf(clinic).filter((call) => call.startsWith('POST /breaks'))).toHaveLength(1);
});

test('an interruption before anything is sent ends with 130', async () => {
  const clinic = await openClinic();
  const { exit } = await clinic.apply([], { interruption: AbortSignal.abort() });
  expect(exit).toBe(130);
  expect(writesOf(clinic)).toEqual([]);
});

test('drift and pull end with 130', async () => {
  const clinic = await openClinic();
  const url = ['--base-url', clinic.sandbox.url];
  const interruption = AbortSignal.abort();
  const drift = await clinic.run(['drift', clinic.path('clinic.yaml'), ...url], { interruption });
  const bookings = ['--bookings', clinic.path('bookings.json')];
  const argv = ['pull', clinic.path('clinic.yaml'), ...url, ...bookings];
  const pull = await clinic.run(argv, { interruption });
  expect([drift.exit, pull.exit]).toEqual([130, 130]);
  expect(drift.err + pull.err).toBe('error: interrupted\nerror: interrupted\n');
});

function driftOf(clinic: Awaited<ReturnType<typeof openClinic>>): readonly string[] {
  const dates = ['--from', '2026-10-05', '--through', '2026-10-16'];
  return ['drift', clinic.path('clinic.yaml'), '--state', clinic.path('state.json'), ...dates];
}
