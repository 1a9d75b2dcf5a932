import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { calendarRecordSchema } from '../recordSchema.js';
import type { StateError } from '../stateError.js';
import { systemCode } from '../systemCode.js';
import { writeCalendarFile } from './calendarFile.js';
import { readHead } from './head.js';
import { writeMarker } from './marker.js';
import { CALENDAR_FILE, folderName } from './names.js';
import { isRunning, ownIdentity } from './processIdentity.js';

/** A state of before: all calendars in one file, by `addressKey`. */
const stateSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('slotwright-state'),
  lineage: z.string().min(1),
  serial: z.int().nonnegative(),
  target: z.string().min(1),
  calendars: z.record(z.string(), calendarRecordSchema.omit({ boot: true })),
});
type SingleState = z.infer<typeof stateSchema>;

const oldLock = z.object({ pid: z.int().positive(), host: z.string() });

/**
 * Makes a folder of a state in one file, under its name. The file has another name while that is done, so that
 * it is done again after a crash; two processes that do it at once make the same.
 */
export async function convertSingleFile(path: string): Promise<Result<void, StateError>> {
  for (let tries = 1; ; tries += 1) {
    const converted = await convert(path);
    if (converted !== 'overtaken') return converted;
    if (tries === MAX_TRIES) return unusable(path, 'ENOENT');
  }
}

/** Each time another process has taken away what was being looked at, it was a step further. */
const MAX_TRIES = 10;

async function convert(path: string): Promise<Result<void, StateError> | 'overtaken'> {
  const converting = `${path}.converting`;
  try {
    if (await isFile(path)) {
      const read = await readState(path);
      if (read.isErr()) return err(read.error);
      const holder = await oldHolder(`${path}.lock`);
      if (holder !== undefined) return err({ type: 'locked-state', where: path, by: holder });
      await rename(path, converting);
    } else if ((await exists(path)) || !(await isFile(converting))) return ok(undefined);
    const state = await readState(converting);
    if (state.isErr()) return err(state.error);
    const folder = `${path}.${randomUUID()}.tmp`;
    await writeFolder(folder, state.value);
    await rename(folder, path).catch(async (thrown: unknown) => {
      await rm(folder, { recursive: true });
      // Another process has made it.
      if (!(await exists(path))) throw thrown;
    });
    await unlink(converting).catch(() => undefined);
    return ok(undefined);
  } catch (thrown) {
    const code = systemCode(thrown);
    return code === 'ENOENT' ? 'overtaken' : unusable(path, code);
  }
}

function unusable(where: string, code: string): Result<never, StateError> {
  return err({ type: 'unusable-state', where, doing: 'convert', code });
}

async function readState(path: string): Promise<Result<SingleState, StateError>> {
  const text = await readFile(path, 'utf8');
  return readHead(text, path, 'slotwright-state').andThen((json) => {
    const parsed = stateSchema.safeParse(json);
    if (parsed.success) return ok(parsed.data);
    const { path: at = [], code = 'custom' } = parsed.error.issues[0] ?? {};
    const problem = `${at.map(String).join('.')}: ${code}`;
    return err<never, StateError>({ type: 'corrupt-state', where: path, problem });
  });
}

async function writeFolder(
  folder: string,
  { target, lineage, serial, calendars }: SingleState,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [key, record] of Object.entries(calendars)) {
    const address = addressOf(key);
    const own = join(folder, folderName(address));
    await mkdir(own, { mode: 0o700 });
    await writeCalendarFile(join(own, CALENDAR_FILE), {
      ...{ target, address, lineage },
      record: { ...record, boot: '' },
      serial: Math.max(1, serial),
    });
  }
  await writeMarker(folder, target);
}

/** Reads back what `addressKey` has written. */
function addressOf(key: string): CalendarAddress {
  const [facilityId = '', doctorId = '', addressId = ''] = key
    .split('/')
    .map((part) => part.replace(/%(25|2F)/g, (code) => (code === '%25' ? '%' : '/')));
  return { facilityId, doctorId, addressId };
}

/** Who has the lock of before, if it may be running. */
async function oldHolder(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { pid, host } = oldLock.parse(JSON.parse(text));
    const { boot, pidNamespace } = ownIdentity();
    if (isRunning({ host, boot, pidNamespace, pid }) === 'no') return undefined;
    return `process ${pid} on ${host}`;
  } catch {
    return 'a process that is not known';
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
