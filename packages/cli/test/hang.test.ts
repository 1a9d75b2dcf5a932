import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundled } from './build.js';

const run = promisify(execFile);
let folder: string;

// Sources are TypeScript and the test must be able to kill what it starts: bundle once, run with node.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slotwright-hang-'));
  await bundled(new URL('hang.child.ts', import.meta.url), folder);
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A second of its own, and time for a busy machine to start it. */
const PATIENCE = 10_000;

async function answer(name: string, file = '') {
  const { stdout } = await run(process.execPath, [join(folder, 'main.mjs'), name, file], {
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  });
  return stdout;
}

async function answerFile(name: string, text: string) {
  const file = join(folder, name);
  await writeFile(file, text);
  return await answer('file', file);
}

const CALENDAR = {
  id: 'c',
  facilityId: '1',
  doctorId: '2',
  addressId: '3',
  services: [{ addressServiceId: '10', duration: 30 }],
};

const clinic = (change: object) =>
  JSON.stringify({
    version: 1,
    timezone: 'Europe/Madrid',
    calendars: [{ ...CALENDAR, ...change }],
  });

const ruled = (rrule: string, start = '1970-01-01T09:00', end = '1970-01-01T10:00') =>
  clinic({ schedules: [{ id: 's', start, end, rrule }] });

describe('values', () => {
  test.each([
    ['cyclic', /^calendars\[0\]\./],
    ['endless', /^$/],
    ['endless calendars', /^calendars$/],
  ])('%s', async (name, paths) => expect(await answer(name)).toMatch(paths));
});

describe('rules that match nothing', () => {
  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;BYSETPOS=2',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTH=2',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366',
  ])('%s', async (rrule) => {
    expect(await answerFile('a.json', ruled(rrule))).toMatch(
      /^F:1:\d+ calendars\[0\]\.schedules\[0\]\.rrule: The rule can never match/,
    );
  });

  test('20,000 of them', async () => {
    const breaks = Array.from({ length: 20_000 }, (_, id) => ({
      id,
      start: '1970-01-01T09:00',
      end: '1970-01-01T10:00',
      rrule: `FREQ=DAILY;INTERVAL=${(id % 9000) + 1};BYMONTH=2;BYMONTHDAY=30`,
    }));
    expect(await answerFile('a.json', clinic({ breaks }))).toMatch(
      /19000 more errors are not listed\.$/,
    );
  });
});

describe('sizes', () => {
  test.each([
    ['an interval of a fraction', ruled('FREQ=DAILY;INTERVAL=1.5'), /rrule: /],
    ['an interval without end', ruled('FREQ=DAILY;INTERVAL=99999999999'), /rrule: /],
    [
      'an occurrence of two centuries',
      ruled('FREQ=DAILY', '1970-01-01T00:00', '2199-12-31T00:00'),
      /\.end: /,
    ],
    ['a rule of a million parts', ruled(`FREQ=YEARLY;BYMONTH=${'1,'.repeat(1e6)}1`), /rrule: /],
    ['a rule of a million separators', ruled(';'.repeat(1e6)), /rrule: /],
    ['a key of a million letters', clinic({ ['k'.repeat(1e6)]: 1 }), /Unknown key "k{59}…"/],
    ['brackets', '['.repeat(1e6), /nested too deeply/],
    ['JSON brackets', `{"a": ${'['.repeat(1e6)}`, /nested too deeply|no valid/],
    ['list signs', '- '.repeat(5e5), /nested too deeply/],
    ['question marks', '? '.repeat(5e5), /nested too deeply/],
    ['closing brackets', '}'.repeat(1e6), /no valid YAML/],
    ['anchors', '&a '.repeat(3e5), /too many anchors/],
    ['tags', '! '.repeat(5e5), /no tags/],
    [
      'keys',
      `{${Array.from({ length: 20_000 }, (_, key) => `k${key}: 1`).join(', ')}}`,
      /19003 more errors/,
    ],
    [
      'more tokens than there is memory for',
      '- a\n'.repeat(1_500_000),
      /write a document of this size as JSON/,
    ],
    [
      'a text of many letters',
      `a: "${'x'.repeat(1_500_000)}"`,
      /a text of more than 1 million .* as JSON/,
    ],
    ['30 million letters', `a: "${'x'.repeat(30_000_000)}"`, /more than 16 million .* as JSON/],
  ])(
    '%s',
    async (_, text, expected) => {
      expect(await answerFile('a.yaml', text)).toMatch(expected);
    },
    PATIENCE,
  );
});

test('a file of JSON brackets only', async () => {
  const text = `{"a": ${'['.repeat(5e6)}`;
  expect(await answerFile('a.json', text)).toMatch(/^F:1:70: no valid JSON: nested too deeply/);
});

describe('aliases', () => {
  const levels = 'bcdefghij';

  test('a billion laughs', async () => {
    const lines = [...levels].map((name, index) => {
      const before = index === 0 ? 'a' : levels[index - 1];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
    });
    const text = ['a: &a [lol, lol, lol]', ...lines].join('\n');
    expect(await answerFile('a.yaml', text)).toMatch(/the aliases stand for too much/);
  });

  test('ten thousand calendars that are one with a thousand bookings', async () => {
    const bookings = Array.from({ length: 1000 }, (_, id) => `{ id: ${id}, start: x }`).join(', ');
    const first = `&c { id: c, bookings: [${bookings}] }`;
    const text = `version: 1\ntimezone: UTC\ncalendars: [${first}${', *c'.repeat(9999)}]\n`;
    expect(await answerFile('a.yaml', text)).toMatch(/the aliases stand for too much/);
  });
});
