import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../packages/cli/', import.meta.url));
const EXAMPLES = ['madrid', 'warsaw', 'sao-paulo', 'night'];

interface Place {
  readonly zone: string;
  readonly locale: string;
  readonly clock: string;
}

const ZONES = ['UTC', 'America/Sao_Paulo', 'Pacific/Kiritimati'];
/** Other digits, another calendar, another alphabet's rules for capitals. */
const LOCALES = ['C', 'ar_EG.UTF-8', 'th_TH.UTF-8', 'tr_TR.UTF-8'];
const CLOCKS = ['2018-11-04T02:59:30Z', '2026-10-25T00:59:30Z', '2031-03-30T01:30:00Z'];
const PLACES = ZONES.flatMap((zone, index) =>
  LOCALES.map((locale, other): Place => {
    const clock = CLOCKS[(index + other) % CLOCKS.length] ?? '';
    return { zone, locale, clock };
  }),
);

const shifted = (clock: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    const Real = Date;
    const shift = Real.parse('${clock}') - Real.now();
    globalThis.Date = class extends Real {
      constructor(...args) { super(...(args.length === 0 ? [Real.now() + shift] : args)); }
      static now() { return Real.now() + shift; }
    };`)}`;

/** What a process whose zone, locale and clock are these prints, and then its exit code. */
function printedAt({ zone, locale, clock }: Place, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, TZ: zone, LANG: locale, LC_ALL: locale };
  const options = { cwd: CLI, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', shifted(clock), ...args], options, (error, stdout) =>
      resolve(`${stdout}\nexit ${error?.code ?? 0}`),
    );
  });
}

const ASKED = ['--from', '2026-10-05', '--weeks', '4', '--now', '2026-10-01T08:00:00Z'];
const EVERYTHING = `
  import { readFileSync } from 'node:fs';
  import * as engine from '@slotwright/engine';
  import { parse } from 'yaml';
  const horizon = engine.parseHorizon('2026-10-05', '2026-11-01')._unsafeUnwrap();
  const now = engine.parseInstant('2026-10-01T08:00:00Z')._unsafeUnwrap();
  const answers = ${JSON.stringify(EXAMPLES)}.map((name) => {
    const text = readFileSync('../../examples/' + name + '-clinic.yaml', 'utf8');
    const document = engine.parseDocument(parse(text))._unsafeUnwrap();
    const result = engine.computeDocument(document, horizon, now, []);
    const plans = result.calendars.map((each) =>
      engine.syncPlan(each, engine.NOTHING_KNOWN, undefined, { type: 'one-request' }));
    return [engine.planOutput(result, plans), engine.previewOutput(result), result];
  });
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  process.stdout.write(JSON.stringify([timeZone, locale, new Date().getUTCFullYear()]) + '\\n');
  process.stdout.write(JSON.stringify(answers));`;

beforeAll(() => {
  const isBuilt = existsSync(new URL('../packages/cli/dist/main.js', import.meta.url));
  if (!isBuilt) throw new Error('packages/cli/dist is missing: "npm test" builds it first');
});

test('the engine says the same of the examples in every zone and locale, at every time', async () => {
  const printed = await Promise.all(
    PLACES.map((place) => printedAt(place, '--input-type=module', '--eval', EVERYTHING)),
  );
  const [there, answers] = [0, 1].map((part) => printed.map((text) => text.split('\n')[part]));
  expect(new Set(answers).size).toBe(1);
  expect(answers?.[0]).toContain('"2026-10-25T');
  // The processes really were elsewhere.
  expect(new Set(there).size).toBe(PLACES.length);
});

test.each(EXAMPLES)('the command line prints the same of %s everywhere', async (name) => {
  const file = `../../examples/${name}-clinic.yaml`;
  const [here, far, farther] = [PLACES[0], PLACES[6], PLACES[11]].flatMap((place) => place ?? []);
  for (const command of ['plan', 'preview']) {
    const printed = await Promise.all(
      [here, far, farther].flatMap((place) =>
        place === undefined ? [] : printedAt(place, 'dist/main.js', command, file, ...ASKED),
      ),
    );
    expect(printed[0]?.length).toBeGreaterThan(500);
    expect(new Set(printed).size).toBe(1);
  }
});
