import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Ran } from '../terminal.js';
import { CHANGED, type Clinic, DATES, openClinic, TWO, writesOf } from './clinic.js';

const plan = (clinic: Clinic, more: readonly string[] = []): Promise<Ran> =>
  clinic.run([
    'plan',
    clinic.path('clinic.yaml'),
    ...DATES,
    ...['--state', clinic.path('state.json'), '--out', clinic.path('plan.json')],
    ...more,
  ]);

const applyPlan = (clinic: Clinic, more: readonly string[] = []): Promise<Ran> =>
  clinic.run([
    'apply',
    clinic.path('plan.json'),
    '--yes',
    ...['--state', clinic.path('state.json'), '--base-url', clinic.sandbox.url],
    ...more,
  ]);

test('exactly what was shown is sent, once', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  expect((await plan(clinic)).exit).toBe(0);
  expect(existsSync(clinic.path('state.json'))).toBe(false);
  // What the document says now is not what was shown.
  clinic.write('clinic.yaml', CHANGED);
  expect((await applyPlan(clinic)).exit).toBe(0);
  expect(writesOf(clinic)).toEqual(['POST /breaks 201', 'PUT /slots 201']);
  const stale = await applyPlan(clinic);
  expect(stale).toMatchObject({ exit: 5, out: '' });
  expect(stale.err).toContain('the plan of lopez is stale');
});

test('a plan of one calendar is not stale because another was applied', async () => {
  const clinic = await openClinic({ profile: 'lenient' }, TWO);
  await clinic.apply();
  clinic.write('clinic.yaml', TWO.replace('T11:00, rrule', 'T12:00, rrule'));
  await plan(clinic, ['--calendar', 'ruiz']);
  clinic.write('clinic.yaml', TWO.replace('T12:00, rrule', 'T13:00, rrule'));
  expect((await clinic.apply(['--calendar', 'lopez'])).exit).toBe(0);
  const applied = await applyPlan(clinic);
  expect(applied.exit).toBe(0);
  expect(applied.err).toContain('2 dates with 2 work periods');
});

test('something published in between makes it stale, and so does another state', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  await clinic.apply();
  clinic.write('clinic.yaml', CHANGED);
  await plan(clinic);
  await clinic.apply();
  expect((await applyPlan(clinic)).exit).toBe(5);
  const other = await clinic.run([
    ...['apply', clinic.path('plan.json'), '--yes', '--base-url', clinic.sandbox.url],
    ...['--state', clinic.path('other.json')],
  ]);
  expect(other.exit).toBe(5);
});

test('options of documents make no sense with a plan', async () => {
  const clinic = await openClinic();
  await plan(clinic);
  const { exit, err } = await applyPlan(clinic, ['--weeks', '2']);
  expect(exit).toBe(64);
  expect(err).toContain('--weeks goes with a document');
});

test('the file is for its owner, and replaces only a plan', async () => {
  const clinic = await openClinic();
  await plan(clinic);
  expect(statSync(clinic.path('plan.json')).mode & 0o777).toBe(0o600);
  expect((await plan(clinic)).exit).toBe(0);
  writeFileSync(clinic.path('plan.json'), '{"mine": true}');
  const { exit, err } = await plan(clinic);
  expect(exit).toBe(64);
  expect(err).toContain('is there and is no plan');
  expect(readFileSync(clinic.path('plan.json'), 'utf8')).toBe('{"mine": true}');
});

test('--out needs --state', async () => {
  const clinic = await openClinic();
  const argv = ['plan', clinic.path('clinic.yaml'), '--out', clinic.path('plan.json')];
  expect((await clinic.run(argv)).exit).toBe(64);
});

test('a damaged plan, and one of a later version, are refused', async () => {
  const clinic = await openClinic();
  await plan(clinic);
  const text = readFileSync(clinic.path('plan.json'), 'utf8');
  clinic.write('plan.json', text.replace('"version": 2', '"version": 3'));
  const later = await applyPlan(clinic);
  expect(later.exit).toBe(3);
  expect(later.err).toContain('version 3');
  clinic.write('plan.json', text.replace('"serial": 0', '"serial": -1'));
  expect((await applyPlan(clinic)).err).toContain('damaged at basedOn.lopez.serial');
});

test('JSON: the shape of a plan, with the steps', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  await clinic.apply();
  clinic.write('clinic.yaml', CHANGED);
  const { out } = await plan(clinic, ['--format', 'json']);
  const shown = JSON.parse(out);
  expect(Object.keys(shown)).toEqual([
    'version',
    'now',
    'horizon',
    'calendars',
    'findings',
    'totals',
    'risk',
  ]);
  expect(shown.calendars[0]).toMatchObject({
    id: 'lopez',
    requests: [{ slots: [{ address_services: [] }, { start: '2026-10-07T10:00:00+02:00' }, {}] }],
    breaks: [],
    steps: [{ type: 'replace-slots', dates: ['2026-10-07'] }],
    totals: { workPeriods: 1, clears: 2, slots: 2, writes: 1 },
  });
  expect(shown.totals).toMatchObject({ calendars: 1, datesChanged: 1, writes: 1, slots: 2 });
});
