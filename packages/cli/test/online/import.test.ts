import { existsSync, readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/input/readDocument.js';
import { CLINIC, type Clinic, openClinic } from './clinic.js';

const TODAY: readonly string[] = [];

/** A clinic that has been published for twelve weeks. */
async function published(text = CLINIC, options = {}): Promise<Clinic> {
  const clinic = await openClinic(options, text);
  const file = [clinic.path('clinic.yaml'), '--state', clinic.path('state.json')];
  const server = ['--base-url', clinic.sandbox.url, '--yes'];
  const { exit, err } = await clinic.run(['apply', ...file, ...server, ...TODAY]);
  expect(exit, err).toBe(0);
  return clinic;
}

const imports = (clinic: Clinic, ...more: readonly string[]) =>
  clinic.run([
    'import',
    ...['--base-url', clinic.sandbox.url, '--timezone', 'Europe/Madrid', ...TODAY],
    ...more,
  ]);

describe.each(['strict', 'lenient'] as const)('of a %s Docplanner', (profile) => {
  test('a document is written that shows the same, with comments', async () => {
    const clinic = await published(CLINIC, { profile });
    const { addressId, addressServiceId } = { addressId: '100', addressServiceId: '1001' };
    const start = '2026-10-07T10:00:00+02:00';
    const id = clinic.sandbox.control.bookAsPatient({ addressId, addressServiceId, start });
    const out = clinic.path('imported.yaml');
    const bookings = clinic.path('bookings.json');
    const ran = await imports(clinic, '--out', out, '--bookings', bookings);
    expect(ran).toMatchObject({
      exit: 0,
      out: `Wrote ${out}.
  1 calendar, 1 schedule, 0 overrides, 0 closures, 1 break
Wrote ${bookings}.
  1 booking
Nothing was sent. Next: slotwright check ${out}
`,
    });
    expect(
      readFileSync(out, 'utf8').replace(clinic.sandbox.url, 'URL'),
    ).toBe(`# What URL showed from 2026-10-01 on. Docplanner does not tell insurance settings of hours.
version: 1
timezone: Europe/Madrid
bookingsFrom: bookings.json
calendars:
  # Doctor 10 · lopez · Facility 1
  - id: doctor-10-lopez
    facilityId: "1"
    doctorId: "10"
    addressId: "100"
    services:
      - { addressServiceId: "1001", name: First visit, duration: 30 }
    schedules:
      # every week on Monday, Wednesday, 09:00-12:00
      - { id: mon-wed-mornings, start: 2026-10-05T09:00, end: 2026-10-05T12:00, rrule: "FREQ=WEEKLY;BYDAY=MO,WE" }
    # Breaks that are at Docplanner: never sent, moved or deleted.
    breaks:
      - { id: docplanner-10001, start: 2026-10-14T10:00:00+02:00, end: 2026-10-15T10:00:00+02:00, publish: none }
`);
    expect(JSON.parse(readFileSync(bookings, 'utf8')).calendars['1/10/100']).toMatchObject([
      { id },
    ]);
    expect(statSync(bookings).mode & 0o777).toBe(0o600);
    const plan = await clinic.run(['check', out, ...TODAY, '--weeks', '12']);
    expect(plan.exit, plan.out).toBe(0);
  });
});

test('what is there already is not written over, and nothing is read for it', async () => {
  const clinic = await published();
  const before = clinic.sandbox.requestLog().length;
  for (const option of ['--out', '--bookings']) {
    const ran = await imports(clinic, option, clinic.path('clinic.yaml'));
    expect(ran).toMatchObject({ exit: 1, out: '' });
    expect(ran.err).toContain('clinic.yaml is there already');
  }
  expect(clinic.sandbox.requestLog()).toHaveLength(before);
  expect(readFileSync(clinic.path('clinic.yaml'), 'utf8')).toBe(CLINIC);
});

test('to standard output, where bookings are left to a pull', async () => {
  const clinic = await published();
  const { out, err, exit } = await imports(clinic, '--weeks', '2');
  expect(exit, err).toBe(0);
  expect(out).toContain('# Bookings are not in it: "slotwright pull" brings them');
  expect(out).toContain('# Note: only 14 dates were read');
  const read = await readDocument({ file: '-', stdin: Readable.from([out]) }, 'all');
  expect(read.isOk()).toBe(true);
});

test('every other week, other durations, services and dates are said in words', async () => {
  const text = `version: 1
timezone: Europe/Madrid
calendars:
  - id: "Consulta: Núria #1"
    facilityId: "1"
    doctorId: "10"
    addressId: "100"
    services:
      - { addressServiceId: "1001", name: "Visita: 1ª", duration: 30 }
      - { addressServiceId: "1002", name: "yes", duration: 20 }
    schedules:
      - { id: a, start: 2026-10-05T09:00, end: 2026-10-05T12:00, rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" }
      - { id: b, start: 2026-10-08T16:00, end: 2026-10-08T18:00, rrule: FREQ=WEEKLY;BYDAY=TH, services: [{ service: "1001", duration: 40 }] }
    closures: [{ date: 2026-10-15 }]
    overrides: [{ date: 2026-10-22, windows: [{ start: "16:00", end: "17:00", services: ["1002"] }] }]
`;
  const clinic = await published(text);
  const { out, err, exit } = await imports(clinic);
  expect(exit, err).toBe(0);
  expect(out).toContain('# Doctor 10 · Consulta: Núria #1 · Facility 1');
  expect(out.slice(out.indexOf('    services:'))).toBe(`    services:
      - { addressServiceId: "1001", name: "Visita: 1ª", duration: 30 }
      - { addressServiceId: "1002", name: "yes", duration: 20 }
    schedules:
      # every 2 weeks on Monday, 09:00-12:00
      - { id: every-other-mon-mornings, start: 2026-10-05T09:00, end: 2026-10-05T12:00, rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" }
      # every week on Thursday, 16:00-18:00: Visita: 1ª
      - { id: thu-afternoons, start: 2026-10-08T16:00, end: 2026-10-08T18:00, rrule: "FREQ=WEEKLY;BYDAY=TH", services: [{ service: "1001", duration: 40 }] }
    overrides:
      - { date: 2026-10-22, windows: [{ start: "16:00", end: "17:00", services: ["1002"] }] }
    closures:
      - { date: 2026-10-15 }
`);
});

test.each([
  [['--timezone', 'Europe/madrid'], 'Did you mean Europe/Madrid?'],
  [['--weeks', '13'], 'a whole number from 1 to 12'],
  [['--facility', '9'], 'the credentials reach no facility 9; they reach 1'],
])('%j is wrong usage', async (options, message) => {
  const clinic = await published();
  const ran = await imports(clinic, ...options, '--out', clinic.path('new.yaml'));
  expect(ran).toMatchObject({ exit: 64, out: '' });
  expect(ran.err).toContain(message);
  expect(existsSync(clinic.path('new.yaml'))).toBe(false);
});

test('a server of one’s own needs a time zone', async () => {
  const clinic = await openClinic();
  const ran = await clinic.run(['import', '--base-url', clinic.sandbox.url, ...TODAY]);
  expect(ran.exit).toBe(64);
  expect(ran.err).toContain('in which time zone? Give --timezone');
});

test('an address that cannot be read is told in the document, and by the exit code', async () => {
  const clinic = await published();
  const outcome = { type: 'status', status: 403, body: '{"message":"Object not found"}' } as const;
  clinic.sandbox.control.injectFault({ path: '*/services', outcome });
  const nothing = await imports(clinic);
  expect(nothing).toMatchObject({ exit: 1, out: '' });
  expect(nothing.err).toContain('nothing to import: ');
});
