import { describe, expect, test } from 'vitest';
import { example, OCTOBER, slotwright } from './terminal.js';

const MADRID = example('madrid');

describe('wrong usage ends with 64, says why, and prints no result', () => {
  test.each([
    [[], 'Usage: slotwright'],
    [['plna', MADRID], 'Did you mean plan?'],
    [['plan'], "missing required argument 'file'"],
    [['plan', MADRID, MADRID], 'too many arguments'],
    [['plan', MADRID, '--form', '2026-10-05'], 'Did you mean --from?'],
    [['plan', MADRID, '--from', '2026-02-30'], 'does not exist on the calendar'],
    [['plan', MADRID, '--from', '5 October'], 'such as 2026-10-05'],
    [['plan', MADRID, '--through', '2026-10-31T00:00'], 'is not a date'],
    [['plan', MADRID, '--from', '2026-10-05', '--through', '2026-10-04'], 'before it starts'],
    [['plan', MADRID, '--through', '2029-10-04'], 'at most 366'],
    [['plan', MADRID, '--weeks', '0'], 'from 1 to 52'],
    [['plan', MADRID, '--weeks', '53'], 'from 1 to 52'],
    [['plan', MADRID, '--weeks', '1.5'], 'from 1 to 52'],
    [['plan', MADRID, '--weeks', 'x'], 'from 1 to 52'],
    [['plan', MADRID, '--weeks', '2', '--through', '2026-10-31'], 'cannot be used with'],
    [['plan', MADRID, '--now', '2026-10-01T08:00'], 'with an offset'],
    [['plan', MADRID, '--now', '2026-10-01T08:00:30Z'], 'whole minutes'],
    [['plan', MADRID, '--format', 'xml'], 'Allowed choices are text, json'],
    [['plan', MADRID, '--split', '0'], 'per-date'],
    [['plan', MADRID, '--split', 'weekly'], 'per-date'],
    [['plan', MADRID, '--calendar', 'lopez-cntro'], 'Did you mean "lopez-centro"?'],
    [['plan', MADRID, '--calendar', 'x'], 'Known: lopez-centro, ruiz-centro'],
    [['plan', MADRID, '--from', '2026-12-24'], 'the last date is 2026-12-23'],
    [['check', MADRID, '--fail-on', 'hint'], 'Allowed choices are error, warning, info'],
    [['preview', MADRID, '--service', '12345'], '--service needs --explain'],
    [['preview', MADRID, '--explain', 'noon'], 'a local time such as'],
    [
      ['preview', MADRID, '--explain', '2026-10-06T10:20', '--service', '12354'],
      'Did you mean "12345"?',
    ],
    [['preview', MADRID, '--explain', '2027-10-06T10:20'], 'the last date is 2026-12-23'],
    [['preview', MADRID, '--explain', '2026-10-06T10:20', '--starts'], 'cannot be used with'],
    [['schema', MADRID], 'too many arguments'],
    [['apply', MADRID], "required option '--state <folder>' not specified"],
    [['apply', MADRID, '--state', 's', '--max-wait', '10'], 'such as 90s, 10m or 2h'],
    [['apply', MADRID, '--state', 's', '--max-wait', '25h'], 'up to 24h'],
    [['apply', MADRID, '--state', 's', '--max-writes', '0'], 'a whole number from 1'],
    [['apply', MADRID, '--state', 's', '--client-secret', 'x'], 'unknown option'],
    [['drift', MADRID], 'which Docplanner?'],
    [['drift', MADRID, '--timeout', '0'], 'seconds from 1 to 3600'],
    [['drift', MADRID, '--timeout', '1.5'], 'seconds from 1 to 3600'],
    [['pull', MADRID], 'where to?'],
  ])('%j', async (argv, why) => {
    const { exit, out, err } = await slotwright(argv);
    expect({ exit, out }).toEqual({ exit: 64, out: '' });
    expect(err.replaceAll(/\s+/g, ' ')).toContain(why);
    expect(err).not.toMatch(/^ {4}at /m);
  });
});

describe('help is a result', () => {
  test.each([
    [['--help'], 'start here'],
    [['help'], 'Commands:'],
    [['help', 'plan'], '--detailed-exitcode'],
    [['plan', '--help'], 'Exit codes:'],
    [['preview', '-h'], '--explain 2026-10-06T10:20 --service 12345'],
    [['check', '--help'], '--fail-on warning'],
    [['schema', '--help'], 'yaml-language-server'],
    [['apply', '--help'], 'slotwright sandbox --seed clinic.yaml'],
    [['drift', '--help'], 'there is drift'],
    [['pull', '--help'], 'bookingsFrom: bookings.json'],
    [['--version'], '0.1.0'],
  ])('%j', async (argv, part) => {
    const { exit, out, err } = await slotwright(argv);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(part);
  });
});

describe('documents that cannot be used', () => {
  test.each([
    [['plan', '/nowhere/clinic.yaml'], 1, 'no such file'],
    [['check', import.meta.dirname], 1, 'this is a folder'],
  ])('%j', async (argv, exit, why) => {
    const ran = await slotwright(argv);
    expect(ran).toMatchObject({ exit, out: '' });
    expect(ran.err).toContain(why);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    ['', 'empty'],
    ['version: [', 'no valid YAML'],
    ['{"version": 1,', 'no valid YAML'],
  ])('standard input %j', async (stdin, why) => {
    const ran = await slotwright(['plan', '-'], { stdin });
    expect(ran).toMatchObject({ exit: 3, out: '' });
    expect(ran.err).toContain(why);
  });

  test('all mistakes at once, each with its place', async () => {
    const stdin = 'version: 1\ntimezone: Europe/Madird\ncalendrs: []\n';
    const { exit, err } = await slotwright(['check', '-'], { stdin });
    expect(exit).toBe(3);
    expect(err).toContain('mistakes to correct');
    expect(err).toContain('<stdin>:2:11');
    expect(err).toContain('did you mean "calendars"?');
  });
});

test('a reader that goes away is a success; a full disk is not', async () => {
  const argv = ['plan', example('sao-paulo'), ...OCTOBER];
  const closed = await slotwright(argv, { broken: { type: 'closed' } });
  expect(closed).toEqual({ exit: 0, out: '', err: '' });
  const full = await slotwright(argv, { broken: { type: 'failed', message: 'no space left' } });
  expect(full).toMatchObject({
    exit: 1,
    err: 'error: the result could not be written: no space left\n',
  });
});

test('what nobody foresaw is one line, and a stack on request', async () => {
  const clock = 'never';
  const quiet = await slotwright(['plan', MADRID], { clock });
  expect(quiet.exit).toBe(1);
  expect(quiet.err.trimEnd().split('\n')).toHaveLength(1);
  expect(quiet.err).toContain('SLOTWRIGHT_DEBUG=1');
  const loud = await slotwright(['plan', MADRID], { clock, env: { SLOTWRIGHT_DEBUG: '1' } });
  expect(loud.err).toMatch(/^ {4}at /m);
});
