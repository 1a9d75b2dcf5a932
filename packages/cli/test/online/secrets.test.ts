import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { CHANGED, DATES, openClinic, SECRET } from './clinic.js';

test('no secret and no token in anything that is printed or written', async () => {
  const tokens: string[] = [];
  const newToken = (): string => {
    tokens.push(`token-${tokens.length}-5be1`);
    return `token-${tokens.length - 1}-5be1`;
  };
  const clinic = await openClinic({ newToken });
  const file = clinic.path('clinic.yaml');
  const state = ['--state', clinic.path('state.json')];
  const ran = [await clinic.apply(['--max-writes', '3']), await clinic.apply(['--format', 'json'])];
  clinic.write('clinic.yaml', CHANGED);
  ran.push(await clinic.run(['plan', file, ...DATES, ...state, '--out', clinic.path('plan.json')]));
  ran.push(await clinic.run(['drift', file, ...DATES, ...state]));
  ran.push(await clinic.run(['pull', file, ...state, '--bookings', clinic.path('bookings.json')]));
  clinic.sandbox.control.injectFault({ outcome: { type: 'status', status: 403 } });
  ran.push(await clinic.run(['drift', file, ...DATES, ...state]));
  clinic.sandbox.control.injectFault({ outcome: { type: 'truncate', bytes: 5 } });
  ran.push(await clinic.run(['drift', file, ...DATES, ...state, '--format', 'json']));

  const folder = dirname(file);
  const written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'));
  expect(written.length).toBeGreaterThanOrEqual(4);
  expect(tokens.length).toBeGreaterThan(3);
  const all = [...ran.map(({ out, err }) => out + err), ...written].join('\n');
  for (const secret of [SECRET, btoa(`sandbox:${SECRET}`), ...tokens]) {
    expect(all).not.toContain(secret);
  }
});
