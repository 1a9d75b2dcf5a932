import { expect, test } from 'vitest';
import { type Clinic, DATES, openClinic, writesOf } from './clinic.js';

/** Somebody removes what a day has, past Slotwright. */
async function empty(clinic: Clinic, date: string): Promise<void> {
  const { call } = await directly(clinic);
  await call('DELETE', `slots/${date}`);
}

async function directly({ sandbox }: Clinic) {
  const token = await fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`sandbox:${sandbox.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' }),
  });
  const { access_token }: { access_token: string } = JSON.parse(await token.text());
  const address = `${sandbox.baseUrl}/facilities/1/doctors/10/addresses/100`;
  return {
    call: async (method: string, path: string): Promise<void> => {
      const headers = { Authorization: `Bearer ${access_token}` };
      const { ok } = await fetch(`${address}/${path}`, { method, headers });
      expect(ok).toBe(true);
    },
  };
}

const drift = (clinic: Clinic) =>
  clinic.run(['drift', clinic.path('clinic.yaml'), ...DATES, '--state', clinic.path('state.json')]);

test('drift is repaired by apply, and seen by plan --refresh', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  await clinic.apply();
  await empty(clinic, '2026-10-07');
  expect((await drift(clinic)).exit).toBe(2);
  const plan = ['plan', clinic.path('clinic.yaml'), ...DATES, '--state', clinic.path('state.json')];
  expect((await clinic.run([...plan, '--detailed-exitcode'])).exit).toBe(0);
  const seen = await clinic.run([...plan, '--detailed-exitcode', '--refresh']);
  expect(seen.exit).toBe(2);
  expect(seen.out).toContain('Docplanner shows something else on 2026-10-07');

  const blind = await clinic.apply(['--no-refresh']);
  expect(blind.out).not.toContain('as the document says');
  expect((await clinic.apply()).exit).toBe(0);
  expect(writesOf(clinic).at(-1)).toBe('PUT /slots 201');
  expect((await drift(clinic)).exit).toBe(0);
});

test('a patient who cancels between pull and apply is no failure, and few reads', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  await clinic.apply();
  const { control } = clinic.sandbox;
  const id = control.bookAsPatient({
    addressId: '100',
    addressServiceId: '1001',
    start: '2026-10-07T09:30:00+02:00',
  });
  const bookings = `    bookings: [{ id: "${id}", start: 2026-10-07T09:30, duration: 30, publish: none }]\n`;
  const overrides =
    '    overrides: [{ date: 2026-10-07, windows: [{ start: "09:00", end: "11:00" }] }]\n';
  clinic.append('clinic.yaml', bookings + overrides);
  const { call } = await directly(clinic);
  await call('DELETE', `bookings/${id}`);
  const before = clinic.sandbox.requestLog().length;
  const { exit, out } = await clinic.apply();
  expect(exit).toBe(0);
  expect(out).toContain('run slotwright pull');
  const reads = clinic.sandbox.requestLog().slice(before);
  expect(reads.filter(({ method }) => method === 'GET').length).toBeLessThanOrEqual(6);
  const again = await clinic.apply();
  expect(again.exit).toBe(0);
  expect(again.out).toContain('run slotwright pull');
});

test('drift of a disabled calendar says that it is disabled, and apply names --enable', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  await clinic.apply();
  const { call } = await directly(clinic);
  await call('POST', 'calendar/disable');
  const { exit, out } = await drift(clinic);
  expect(exit).toBe(1);
  expect(out).toContain('the calendar is disabled');
  expect(out).not.toContain('missing');
  const refused = await clinic.apply();
  expect(refused.exit).toBe(1);
  expect(refused.out).toContain('--enable');
  expect((await clinic.apply(['--enable'])).exit).toBe(0);
  expect((await drift(clinic)).exit).toBe(0);
});
