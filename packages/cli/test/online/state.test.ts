import { readdirSync, readFileSync } from 'node:fs';
import { jsonFolderStore } from '@slotwright/adapter';
import { expect, test } from 'vitest';
import { DATES, openClinic, writesOf } from './clinic.js';

const ADDRESS = { facilityId: '1', doctorId: '10', addressId: '100' };
const { signal } = new AbortController();

test.each([
  ['{', 'is damaged'],
  ['{"kind": "terraform", "version": 1}', 'is not a state of Slotwright'],
  ['{"kind": "slotwright-state", "version": 3}', 'by a later Slotwright'],
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

test('a calendar that another process works on is left alone', async () => {
  const clinic = await openClinic();
  const store = jsonFolderStore(clinic.path('state.json'), clinic.sandbox.url);
  const lock = (await store.lock(ADDRESS, { signal }))._unsafeUnwrap();
  const { exit, out } = await clinic.apply();
  expect(exit).toBe(1);
  expect(out.replace(/\s+/g, ' ')).toContain(`is in use by process ${process.pid}`);
  expect(writesOf(clinic)).toEqual([]);
  await lock.release();
  expect((await clinic.apply()).exit).toBe(0);
});

test('the state is for its owner, and holds nothing but what was published', async () => {
  const clinic = await openClinic();
  await clinic.apply();
  const folder = clinic.path('state.json');
  expect(readdirSync(folder).sort()).toEqual(['1,10,100', 'state.json']);
  expect(readdirSync(`${folder}/1,10,100`).sort()).toEqual(['calendar.json', 'lock.1']);
  const kept = JSON.parse(readFileSync(`${folder}/1,10,100/calendar.json`, 'utf8'));
  expect(kept).toMatchObject({ target: clinic.sandbox.url, address: ADDRESS });
  expect(Object.keys(kept.record.published.dates)).toHaveLength(12);
});
