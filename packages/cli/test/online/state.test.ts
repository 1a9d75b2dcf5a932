import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { DATES, openClinic } from './clinic.js';

test.each([
  ['{', 'is damaged'],
  ['{"kind": "terraform"}', 'is not a state of Slotwright'],
  ['{"kind": "slotwright-state", "version": 2}', 'by a later Slotwright'],
])('a state that holds %s is refused and kept', async (text, why) => {
  const clinic = await openClinic();
  clinic.write('state.json', text);
  const state = ['--state', clinic.path('state.json')];
  const planned = await clinic.run(['plan', clinic.path('clinic.yaml'), ...DATES, ...state]);
  const applied = await clinic.apply();
  expect([planned.exit, applied.exit]).toEqual([1, 1]);
  expect(planned.err).toContain(why);
  expect(applied.err).toContain(why);
  expect(readFileSync(clinic.path('state.json'), 'utf8')).toBe(text);
  expect(clinic.sandbox.requestLog()).toEqual([]);
});

test('a state that another process is using is left alone', async () => {
  const clinic = await openClinic();
  const holder = { pid: process.pid, host: hostname(), since: '2026-10-01T07:00:00Z', id: 'x' };
  clinic.write('state.json.lock', JSON.stringify(holder));
  const { exit, err } = await clinic.apply();
  expect(exit).toBe(1);
  expect(err).toContain(`is in use by process ${process.pid}`);
  expect(clinic.sandbox.requestLog()).toEqual([]);
});

test('the state is for its owner, and holds nothing but what was published', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  const state = JSON.parse(readFileSync(clinic.path('state.json'), 'utf8'));
  expect(state.target).toBe(clinic.sandbox.url);
  expect(Object.keys(state.calendars)).toEqual(['1/10/100']);
  expect(Object.keys(state.calendars['1/10/100'].published.dates)).toHaveLength(12);
});
