import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { describeStateError, jsonFileStore, targetOf } from '../../src/index.js';
import { begun, finished } from '../../src/state/calendarRecord.js';
import { type State, UNKNOWN_CALENDAR } from '../../src/state/state.js';

const TARGET = 'https://www.doctoralia.es';
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slotwright-'));
  path = join(folder, 'deep', 'state.json');
});

const successor = (state: State): State => ({ ...state, serial: state.serial + 1 });
const entry = {
  start: '2026-10-05T09:00:00+02:00',
  end: '2026-10-05T10:00:00+02:00',
  address_services: [{ address_service_id: '1', duration: 30 }],
  insurance_accepted: 'with-insurance-only',
  insurance_providers: [7],
} as const;

function filled(state: State): State {
  const step = { type: 'replace-slots', dates: ['2026-10-05'], body: { slots: [entry] } } as const;
  const body = { since: entry.start, till: entry.end, description: 'Lunch' };
  const now = Date.parse('2026-10-01T00:00:00Z');
  const put = { at: now, content: 'x', variant: 1 };
  const sent = finished(
    begun(UNKNOWN_CALENDAR, step, 'Europe/Madrid', put, now),
    step,
    undefined,
    now,
  );
  const pause = { type: 'create-break', source: 'b', body } as const;
  const known = finished(begun(sent, pause, 'Europe/Madrid', undefined, now), pause, '17', now);
  const calendars = { '1/2/3': begun(known, step, 'Europe/Madrid', undefined, now) };
  return { ...successor(state), calendars };
}

test('what is saved is read again, by its owner only, and nothing else is left in the folder', async () => {
  const store = jsonFileStore(path, TARGET);
  const first = (await store.read())._unsafeUnwrap();
  expect(first).toMatchObject({ serial: 0, calendars: {}, target: TARGET });
  expect((await store.read())._unsafeUnwrap()).toEqual(first);
  const state = filled(first);
  expect((await store.save(state)).isOk()).toBe(true);
  expect((await jsonFileStore(path, TARGET).read())._unsafeUnwrap()).toEqual(state);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'deep'))).toEqual(['state.json']);
  const other = (await jsonFileStore(join(folder, 'b.json'), TARGET).read())._unsafeUnwrap();
  expect(other.lineage).not.toBe(first.lineage);
});

test.each([
  ['{"version": 1', 'corrupt-state'],
  ['', 'corrupt-state'],
  ['{"kind":"slotwright-state","version":1}', 'corrupt-state'],
  ['{"format":"something else"}', 'foreign-state'],
  ['{"kind":"terraform","version":1}', 'foreign-state'],
  ['{"kind":"slotwright-state","version":2}', 'newer-state'],
  [
    '{"kind":"slotwright-state","version":1,"lineage":"x","serial":1,"target":"http://127.0.0.1:8080","calendars":{}}',
    'other-target',
  ],
  [
    `{"kind":"slotwright-state","version":1,"lineage":"x","serial":1,"target":"${TARGET}","calendars":{},"more":1}`,
    'corrupt-state',
  ],
])('%s is an error and stays as it is', async (text, type) => {
  path = join(folder, 'state.json');
  await writeFile(path, text);
  const store = jsonFileStore(path, TARGET);
  const error = (await store.read())._unsafeUnwrapErr();
  expect(error.type).toBe(type);
  expect(describeStateError(error)).toContain(path);
  const state = filled((await jsonFileStore(join(folder, 'x'), TARGET).read())._unsafeUnwrap());
  expect((await store.save(state))._unsafeUnwrapErr().type).toBe('changed-state');
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('what somebody else saved in between is not overwritten', async () => {
  const [mine, other] = [jsonFileStore(path, TARGET), jsonFileStore(path, TARGET)];
  const state = (await mine.read())._unsafeUnwrap();
  const same = (await other.read())._unsafeUnwrap();
  expect((await other.save(successor(same))).isOk()).toBe(true);
  expect((await mine.save(successor(state)))._unsafeUnwrapErr().type).toBe('changed-state');
  const now = (await mine.read())._unsafeUnwrap();
  expect((await mine.save(now))._unsafeUnwrapErr().type).toBe('changed-state');
  expect((await mine.save(successor(now))).isOk()).toBe(true);
});

test('a lock keeps others out until it is released', async () => {
  const store = jsonFileStore(path, TARGET);
  const release = (await store.lock())._unsafeUnwrap();
  const refused = (await jsonFileStore(path, TARGET).lock())._unsafeUnwrapErr();
  expect(describeStateError(refused)).toContain(`process ${process.pid} on ${hostname()}`);
  await release();
  const again = (await store.lock())._unsafeUnwrap();
  // A lock that was released is nobody's, so releasing it once more takes nobody's away.
  await release();
  expect((await store.lock()).isErr()).toBe(true);
  await again();
  expect(await readdir(join(folder, 'deep'))).toEqual([]);
});

const lockOf = (pid: number, host = hostname()): string =>
  JSON.stringify({ pid, host, since: '2026-10-01T00:00:00.000Z', id: 'x' });

test('the lock of a process that is gone is taken over, once', async () => {
  path = join(folder, 'state.json');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(`${path}.lock`, lockOf(pid));
  const stores = Array.from({ length: 8 }, () => jsonFileStore(path, TARGET).lock());
  const locks = await Promise.all(stores);
  expect(locks.filter((lock) => lock.isOk())).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['state.json.lock']);
});

test.each([
  ['of another machine', lockOf(1, 'elsewhere')],
  ['that cannot be read', '{'],
])('a lock %s stays', async (_, text) => {
  path = join(folder, 'state.json');
  await writeFile(`${path}.lock`, text);
  expect((await jsonFileStore(path, TARGET).lock())._unsafeUnwrapErr().type).toBe('locked-state');
  expect(await readFile(`${path}.lock`, 'utf8')).toBe(text);
});

test('a folder in place of the file is an error with its code', async () => {
  const error = (await jsonFileStore(folder, TARGET).read())._unsafeUnwrapErr();
  expect(error).toMatchObject({ type: 'unusable-state', doing: 'read', code: 'EISDIR' });
});

test('a target is the same however the server is named', () => {
  expect(targetOf({ domain: 'doctoralia.es' })._unsafeUnwrap()).toBe(TARGET);
  const api = `${TARGET}/api/v3/integration`;
  expect(targetOf({ baseUrl: api })._unsafeUnwrap()).toBe(TARGET);
});
