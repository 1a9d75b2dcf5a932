import { chmodSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DATES, openClinic, SECRET } from './clinic.js';

const drift = (clinic: Awaited<ReturnType<typeof openClinic>>): readonly string[] => [
  'drift',
  clinic.path('clinic.yaml'),
  ...DATES,
  '--base-url',
  clinic.sandbox.url,
];

describe('from a file', () => {
  test.each([
    ['JSON', JSON.stringify({ clientId: 'sandbox', clientSecret: SECRET })],
    ['two lines', `sandbox\r\n${SECRET}\n`],
  ])('as %s', async (_, text) => {
    const clinic = await openClinic();
    clinic.write('credentials', text);
    chmodSync(clinic.path('credentials'), 0o600);
    const argv = [...drift(clinic), '--credentials', clinic.path('credentials')];
    expect((await clinic.run(argv, { env: {} })).exit).toBe(2);
  });

  test.each([0o640, 0o604, 0o644, 0o660, 0o610])('mode %o is refused', async (mode) => {
    const clinic = await openClinic();
    clinic.write('credentials', `sandbox\n${SECRET}\n`);
    chmodSync(clinic.path('credentials'), mode);
    const argv = [...drift(clinic), '--credentials', clinic.path('credentials')];
    const { exit, err } = await clinic.run(argv, { env: {} });
    expect(exit).toBe(1);
    expect(err).toContain(`its mode is 0${mode.toString(8)}, so others have access to it`);
    expect(clinic.sandbox.requestLog()).toEqual([]);
  });

  test.each([
    '',
    'sandbox',
    `sandbox\n${SECRET}\nmore`,
    '{}',
    '{"clientId": "a"',
    '{"clientId": 1}',
  ])('%j holds none, and is not quoted', async (text) => {
    const clinic = await openClinic();
    clinic.write('credentials', text);
    chmodSync(clinic.path('credentials'), 0o400);
    const argv = [...drift(clinic), '--credentials', clinic.path('credentials')];
    const { exit, err } = await clinic.run(argv, { env: {} });
    expect(exit).toBe(1);
    expect(err).toContain('no credentials in it');
    expect(err).not.toContain(SECRET);
  });

  test('that is not there', async () => {
    const clinic = await openClinic();
    const argv = [...drift(clinic), '--credentials', clinic.path('none')];
    expect((await clinic.run(argv)).err).toContain('cannot be read (ENOENT)');
  });
});

test('none at all says which variable to set', async () => {
  const clinic = await openClinic();
  const { exit, err } = await clinic.run(drift(clinic), {
    env: { SLOTWRIGHT_CLIENT_ID: 'sandbox' },
  });
  expect(exit).toBe(1);
  expect(err).toContain('SLOTWRIGHT_CLIENT_SECRET is not set');
});

test('wrong ones end with 1, and the secret is not told', async () => {
  const clinic = await openClinic();
  const secret = 'wrong-7d1e55';
  const env = { SLOTWRIGHT_CLIENT_ID: 'sandbox', SLOTWRIGHT_CLIENT_SECRET: secret };
  const read = await clinic.run(drift(clinic), { env });
  const applied = await clinic.apply([], { env });
  expect([read.exit, applied.exit]).toEqual([1, 1]);
  for (const { err } of [read, applied]) {
    expect(err).toContain('the client id and secret, or the token they gave, were refused');
  }
  expect(read.out + read.err + applied.out + applied.err).not.toContain(secret);
});

test('no flag takes a secret', async () => {
  const clinic = await openClinic();
  const { exit } = await clinic.run([...drift(clinic), '--client-secret', SECRET]);
  expect(exit).toBe(64);
});
