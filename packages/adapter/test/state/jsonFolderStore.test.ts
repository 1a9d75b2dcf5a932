import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type CalendarRecord,
  describeStateError,
  jsonFolderStore,
  newCalendar,
  targetInState,
  targetOf,
} from '../../src/index.js';
import { UNKNOWN_CALENDAR } from '../../src/state/calendarRecord.js';
import { begun, finished } from '../../src/state/transitions.js';

const TARGET = 'https://www.doctoralia.es';
const ADDRESS = { facilityId: '1', doctorId: '2', addressId: '3' };
const WAIT = { signal: new AbortController().signal };
let root = '';
let folder = '';
let file = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slotwright-'));
  folder = join(root, 'deep', 'state');
  file = join(folder, '1,2,3', 'calendar.json');
});

const entry = {
  start: '2026-10-05T09:00:00+02:00',
  end: '2026-10-05T10:00:00+02:00',
  address_services: [{ address_service_id: '1', duration: 30 }],
  insurance_accepted: 'with-insurance-only',
  insurance_providers: [7],
} as const;

/** Everything that a record can have. */
function filled(): CalendarRecord {
  const step = { type: 'replace-slots', dates: ['2026-10-05'], body: { slots: [entry] } } as const;
  const body = { since: entry.start, till: entry.end, description: 'Lunch' };
  const times = { now: Date.parse('2026-10-01T00:00:00Z'), uptime: 7_000 };
  const put = { at: times.uptime, content: 'x', variant: 1 };
  const sent = finished(
    begun(UNKNOWN_CALENDAR, step, 'Europe/Madrid', put, times),
    step,
    undefined,
    times,
  );
  const pause = { type: 'create-break', source: 'b', body } as const;
  const known = finished(begun(sent, pause, 'Europe/Madrid', undefined, times), pause, '17', times);
  return begun(known, step, 'Europe/Madrid', undefined, times);
}

const store = () => jsonFolderStore(folder, TARGET);
const locked = async () => (await store().lock(ADDRESS, WAIT))._unsafeUnwrap();

test('what is saved is read again, by its owner only, and nothing else is left', async () => {
  expect((await store().read(ADDRESS))._unsafeUnwrap()).toEqual(newCalendar(TARGET, ADDRESS));
  const lock = await locked();
  const saved = (await lock.save(filled()))._unsafeUnwrap();
  expect(saved).toMatchObject({ serial: 1, target: TARGET, address: ADDRESS, record: filled() });
  const next = (await lock.save(UNKNOWN_CALENDAR))._unsafeUnwrap();
  expect(next).toMatchObject({ serial: 2, lineage: saved.lineage });
  await lock.release();
  expect((await store().read(ADDRESS))._unsafeUnwrap()).toEqual(next);
  expect((await locked()).calendar).toEqual(next);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await readdir(join(folder, '1,2,3'))).sort()).toEqual(['calendar.json', 'lock.2']);
  expect((await readdir(folder)).sort()).toEqual(['1,2,3', 'state.json']);
  expect((await targetInState(folder))._unsafeUnwrap()).toBe(TARGET);
});

test('calendars are listed by whatever ids they have, until they are removed', async () => {
  const odd = { facilityId: '../x/y', doctorId: 'ñ,%', addressId: '\ud800 .' };
  for (const address of [ADDRESS, odd]) {
    const lock = (await store().lock(address, WAIT))._unsafeUnwrap();
    (await lock.save(filled()))._unsafeUnwrap();
    await lock.release();
    expect((await store().read(address))._unsafeUnwrap().record).toEqual(filled());
  }
  expect((await store().list())._unsafeUnwrap()).toEqual(expect.arrayContaining([ADDRESS, odd]));
  const lock = await locked();
  (await lock.remove())._unsafeUnwrap();
  expect((await store().list())._unsafeUnwrap()).toEqual([odd]);
  expect((await lock.save(filled()))._unsafeUnwrap().serial).toBe(1);
  await lock.release();
});

describe('what is not understood is an error and stays as it is', () => {
  const calendar = { version: 2, kind: 'slotwright-calendar', target: TARGET, address: ADDRESS };
  test.each([
    ['{"version": 2', 'corrupt-state'],
    ['', 'corrupt-state'],
    ['[]', 'foreign-state'],
    ['{"kind":"terraform","version":1}', 'foreign-state'],
    [JSON.stringify({ ...calendar, version: 3 }), 'newer-state'],
    [JSON.stringify(calendar), 'corrupt-state'],
    [JSON.stringify({ ...calendar, lineage: 'x', serial: 1, record: {} }), 'corrupt-state'],
    [
      JSON.stringify({
        ...{ ...calendar, target: 'http://127.0.0.1:8080' },
        ...{ lineage: 'x', serial: 1, record: UNKNOWN_CALENDAR },
      }),
      'other-target',
    ],
    [
      JSON.stringify({
        ...{ ...calendar, address: { ...ADDRESS, addressId: '4' } },
        ...{ lineage: 'x', serial: 1, record: UNKNOWN_CALENDAR },
      }),
      'corrupt-state',
    ],
  ])('%s', async (text, type) => {
    await (await locked()).release();
    await writeFile(file, text);
    const error = (await store().read(ADDRESS))._unsafeUnwrapErr();
    expect(error.type).toBe(type);
    expect(describeStateError(error)).toContain(file);
    expect((await store().lock(ADDRESS, WAIT))._unsafeUnwrapErr()).toEqual(error);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('a folder of something else, and of another server', async () => {
    await writeFile(join(root, 'notes.txt'), 'mine');
    const error = (await jsonFolderStore(root, TARGET).lock(ADDRESS, WAIT))._unsafeUnwrapErr();
    expect(error).toEqual({ type: 'foreign-state', where: root });
    expect(await readdir(root)).toEqual(['notes.txt']);
    await (await locked()).release();
    const other = jsonFolderStore(folder, 'https://www.znanylekarz.pl');
    expect((await other.read(ADDRESS))._unsafeUnwrapErr()).toMatchObject({
      type: 'other-target',
      found: TARGET,
    });
  });

  test.skipIf(process.platform === 'win32')('a pipe, which would never end', async () => {
    await (await locked()).release();
    spawnSync('mkfifo', [file]);
    const error = (await store().read(ADDRESS))._unsafeUnwrapErr();
    expect(error).toEqual({ type: 'foreign-state', where: file });
    const pipe = join(root, 'pipe');
    spawnSync('mkfifo', [pipe]);
    const asFolder = (await jsonFolderStore(pipe, TARGET).read(ADDRESS))._unsafeUnwrapErr();
    expect(asFolder).toEqual({ type: 'foreign-state', where: pipe });
  });
});

test('two names of one folder are one state', async () => {
  const lock = await locked();
  const alias = join(root, 'alias');
  await symlink(folder, alias);
  const refused = (await jsonFolderStore(alias, TARGET).lock(ADDRESS, WAIT))._unsafeUnwrapErr();
  expect(refused.type).toBe('locked-state');
  await lock.release();
});

test('a target is the same however the server is named', () => {
  expect(targetOf({ domain: 'doctoralia.es' })._unsafeUnwrap()).toBe(TARGET);
  const api = `${TARGET}/api/v3/integration`;
  expect(targetOf({ baseUrl: api })._unsafeUnwrap()).toBe(TARGET);
});

describe('a state in one file, as it was before', () => {
  const { boot: _boot, ...record } = filled();
  const single = {
    ...{ version: 1, kind: 'slotwright-state', lineage: 'one', serial: 7, target: TARGET },
    calendars: { '1/2/3': record, 'a%2Fb/%25/c': record },
  };
  let path = '';

  beforeEach(async () => {
    path = join(root, 'state.json');
    await writeFile(path, JSON.stringify(single));
  });

  const check = async (): Promise<void> => {
    const converted = jsonFolderStore(path, TARGET);
    const odd = { facilityId: 'a/b', doctorId: '%', addressId: 'c' };
    for (const address of [ADDRESS, odd]) {
      expect((await converted.read(address))._unsafeUnwrap()).toEqual({
        ...{ target: TARGET, address, lineage: 'one', serial: 7 },
        record: { ...record, boot: '' },
      });
    }
    expect((await converted.list())._unsafeUnwrap()).toHaveLength(2);
    expect(await readdir(root)).toEqual(['state.json']);
  };

  test('becomes a folder of its name', async () => {
    expect((await targetInState(path))._unsafeUnwrap()).toBe(TARGET);
    await check();
    expect((await targetInState(path))._unsafeUnwrap()).toBe(TARGET);
  });

  test('by eight processes at once', async () => {
    const stores = Array.from({ length: 8 }, () => jsonFolderStore(path, TARGET).read(ADDRESS));
    for (const read of await Promise.all(stores)) expect(read._unsafeUnwrap().serial).toBe(7);
    await check();
  });

  test('also where a process was killed in the middle of it', async () => {
    await writeFile(`${path}.converting`, JSON.stringify(single));
    spawnSync('rm', [path]);
    await check();
  });

  test.each([
    ['of a process that runs', { pid: process.ppid }, 'locked-state'],
    ['of another machine', { pid: process.ppid, host: 'elsewhere' }, 'locked-state'],
    ['that cannot be read', undefined, 'locked-state'],
  ])('is left alone under a lock %s', async (_, holder, type) => {
    const { hostname } = await import('node:os');
    const text = holder === undefined ? '{' : JSON.stringify({ host: hostname(), ...holder });
    await writeFile(`${path}.lock`, text);
    expect((await jsonFolderStore(path, TARGET).read(ADDRESS))._unsafeUnwrapErr().type).toBe(type);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(single);
  });

  test.each([
    ['damaged', '{"version":1,"kind":"slotwright-state"}', 'corrupt-state'],
    ['of another program', '{"kind":"terraform","version":1}', 'foreign-state'],
    ['no JSON', 'x', 'corrupt-state'],
  ])('that is %s is an error and stays', async (_, text, type) => {
    await writeFile(path, text);
    expect((await jsonFolderStore(path, TARGET).read(ADDRESS))._unsafeUnwrapErr().type).toBe(type);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
