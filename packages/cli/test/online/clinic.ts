import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Sandbox, type SandboxOptions, startSandbox } from '@slotwright/sandbox';
import { afterEach } from 'vitest';
import { readDocument } from '../../src/input/readDocument.js';
import { sandboxSeed } from '../../src/sandbox/seed.js';
import { type Ran, slotwright, type TestTime, testTime, type World } from '../terminal.js';

/** A secret that is nowhere else, to be searched for. */
export const SECRET = 'sekret-8f3a2c71';
export const CREDENTIALS = { SLOTWRIGHT_CLIENT_ID: 'sandbox', SLOTWRIGHT_CLIENT_SECRET: SECRET };

/** Two weeks, so that a test makes few calls. */
export const DATES = ['--from', '2026-10-05', '--through', '2026-10-16'] as const;

/** A doctor's calendar, to which more can be appended. */
export const CLINIC = `version: 1
timezone: Europe/Madrid
calendars:
  - id: lopez
    facilityId: "1"
    doctorId: "10"
    addressId: "100"
    services:
      - { addressServiceId: "1001", name: First visit, duration: 30 }
    schedules:
      - { id: mornings, start: 2026-09-07T09:00, end: 2026-09-07T12:00, rrule: "FREQ=WEEKLY;BYDAY=MO,WE" }
    breaks:
      - { id: dentist, start: 2026-10-14T10:00, end: 2026-10-15T10:00 }
`;

/** The document with one date changed. */
export const CHANGED = `${CLINIC}    overrides: [{ date: 2026-10-07, windows: [{ start: "10:00", end: "11:00" }] }]\n`;

/** A second doctor who shares nothing with the first. */
export const TWO = `${CLINIC}  - id: ruiz
    facilityId: "1"
    doctorId: "11"
    addressId: "101"
    services: [{ addressServiceId: "1101", duration: 20 }]
    schedules:
      - { id: days, start: 2026-09-08T09:00, end: 2026-09-08T11:00, rrule: FREQ=WEEKLY;BYDAY=TU }
`;

/** A folder with a document, a Docplanner for it, and one clock for both. */
export interface Clinic {
  readonly sandbox: Sandbox;
  readonly time: TestTime;
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  readonly append: (name: string, text: string) => void;
  readonly run: (argv: readonly string[], world?: World) => Promise<Ran>;
  /** The same with `--yes`, the state, the dates and the sandbox's URL. */
  readonly apply: (more?: readonly string[], world?: World) => Promise<Ran>;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Opens a clinic; it is closed after the test. */
export async function openClinic(
  options: SandboxOptions = {},
  text: string = CLINIC,
): Promise<Clinic> {
  const folder = mkdtempSync(join(tmpdir(), 'slotwright-online-'));
  const path = (name: string): string => join(folder, name);
  const time = testTime();
  writeFileSync(path('clinic.yaml'), text);
  const stdin = Readable.from([]);
  const read = await readDocument({ file: path('clinic.yaml'), stdin }, 'own');
  const document = read._unsafeUnwrap();
  const sandbox = await startSandbox({
    seed: sandboxSeed(document),
    now: time.now,
    clientSecret: SECRET,
    ...options,
  });
  closing.push(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });
  const run = (argv: readonly string[], world: World = {}): Promise<Ran> =>
    slotwright(argv, { env: CREDENTIALS, time, ...world });
  return {
    sandbox,
    time,
    path,
    append: (name, content) => appendFileSync(path(name), content),
    write: (name, content) => writeFileSync(path(name), content),
    run,
    apply: (more = [], world = {}) =>
      run(
        [
          'apply',
          path('clinic.yaml'),
          '--yes',
          ...['--state', path('state.json'), ...DATES, '--base-url', sandbox.url],
          ...more,
        ],
        world,
      ),
  };
}

/** The calls that a sandbox got which change something. */
export function writesOf({ sandbox }: Clinic): readonly string[] {
  return sandbox
    .requestLog()
    .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/v2/token')
    .map(
      ({ method, path, status }) => `${method} ${path.replace(/.*addresses\/\d+/, '')} ${status}`,
    );
}
