import { describe, expect, test } from 'vitest';
import { example, OCTOBER, slotwright } from './terminal.js';

const MADRID = example('madrid');

async function horizon(argv: readonly string[], clock?: string): Promise<string> {
  const { out } = await slotwright(
    ['check', MADRID, ...argv],
    clock === undefined ? {} : { clock },
  );
  return out.split('\n', 1)[0] ?? '';
}

describe('the dates', () => {
  test.each([
    [[], '2026-10-01T08:00:37Z', '2026-10-01 to 2026-12-23 (84 dates), as of 2026-10-01T08:00:00Z'],
    [[], '2026-10-01T22:30:00Z', '2026-10-02 to 2026-12-23 (83 dates)'],
    [['--weeks', '2'], '2026-10-01T08:00:00Z', '2026-10-01 to 2026-10-14 (14 dates)'],
    [['--from', '2026-10-05', '--weeks', '1'], '2026-10-01T08:00:00Z', '2026-10-05 to 2026-10-11'],
    [['--through', '2026-10-03'], '2026-10-01T08:00:00Z', '2026-10-01 to 2026-10-03'],
    [
      ['--now', '2026-11-01T10:00+01:00', '--weeks', '1'],
      '2026-10-01T08:00:00Z',
      '2026-11-01 to 2026-11-07 (7 dates), as of 2026-11-01T09:00:00Z',
    ],
    [['--weeks', '52'], '2026-10-01T08:00:00Z', '2026-10-01 to 2026-12-23'],
  ])('%j at %s: %s', async (argv, clock, expected) => {
    expect(await horizon(argv, clock)).toContain(expected);
  });
});

describe('exit codes', () => {
  test.each([
    [['plan', MADRID, ...OCTOBER], 0],
    [['plan', MADRID, ...OCTOBER, '--detailed-exitcode'], 2],
    [['plan', MADRID, ...OCTOBER, '--detailed-exitcode', '--format', 'json'], 2],
    [['plan', example('sao-paulo'), ...OCTOBER, '--detailed-exitcode'], 3],
    [['check', MADRID, ...OCTOBER], 0],
    [['check', MADRID, ...OCTOBER, '--fail-on', 'warning'], 3],
    [['check', MADRID, ...OCTOBER, '--fail-on', 'warning', '--calendar', 'lopez-centro'], 0],
    [['check', example('warsaw'), ...OCTOBER, '--fail-on', 'warning'], 0],
    [['check', example('warsaw'), ...OCTOBER, '--fail-on', 'info'], 3],
    [['schema'], 0],
  ])('%j: %i', async (argv, exit) => {
    expect((await slotwright(argv)).exit).toBe(exit);
  });
});

test('a preview names the errors on standard error, which the result does not show', async () => {
  const { out, err, exit } = await slotwright(['preview', example('sao-paulo'), ...OCTOBER]);
  expect(exit).toBe(3);
  expect(out).not.toContain('error');
  expect(err).toMatch(/^error: souza-paulista: Doctor 7100 has booking p-2 .*\n$/);
});

test('a preview names ten errors at most', async () => {
  const booking = (id: number): string =>
    `      - { id: "${id}", start: 2026-10-06T09:00, duration: 30 }`;
  const stdin = [
    'version: 1',
    'timezone: Europe/Madrid',
    'calendars:',
    '  - id: busy',
    '    facilityId: "1"',
    '    doctorId: "1"',
    '    addressId: "1"',
    '    services: [{ addressServiceId: "1", duration: 30 }]',
    '    bookings:',
    ...[1, 2, 3, 4, 5, 6].map(booking),
  ].join('\n');
  const { err, exit, out } = await slotwright(['preview', '-', ...OCTOBER], { stdin });
  expect({ exit, lines: err.trimEnd().split('\n').length }).toEqual({ exit: 3, lines: 11 });
  expect(err).toContain('error: and 5 more: see slotwright check');
  expect(out).toContain('█');
});

test.each([
  ['whole', 1],
  ['per-date', 27],
  ['1000', 1],
  ['1', 27],
])('--split %s: %i requests', async (how, requests) => {
  const argv = ['plan', MADRID, ...OCTOBER, '--calendar', 'lopez-centro', '--split', how];
  const { out } = await slotwright([...argv, '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({ totals: { writes: requests } });
});

test('calendars come in the order of the document, however they are asked for', async () => {
  const only = ['--calendar', 'ruiz-centro', '--calendar', 'lopez-centro'];
  const both = await slotwright(['plan', MADRID, ...OCTOBER, ...only, '--format', 'json']);
  expect(both.out).toBe((await slotwright(['plan', MADRID, ...OCTOBER, '--format', 'json'])).out);
});

test('the plan ends with the command for the preview, as the shell takes it', async () => {
  const { out } = await slotwright(['plan', MADRID, '--weeks', '2', '--calendar', 'ruiz-centro']);
  expect(out).toMatch(/\n {2}slotwright preview \S+ --weeks 2 --calendar ruiz-centro\n$/);
  const errors = await slotwright(['plan', example('sao-paulo'), ...OCTOBER]);
  expect(errors.out).toMatch(/Next: correct the 1 error above/);
});

test('the schema names the document', async () => {
  const { out } = await slotwright(['schema']);
  const schema: unknown = JSON.parse(out);
  expect(schema).toMatchObject({ title: 'Slotwright clinic document' });
  expect(out).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});
