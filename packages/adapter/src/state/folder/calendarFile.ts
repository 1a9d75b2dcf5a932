import { lstat, readFile } from 'node:fs/promises';
import type { CalendarAddress } from '@slotwright/engine';
import { addressKey } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { atomicWrite } from '../atomicWrite.js';
import { calendarRecordSchema } from '../recordSchema.js';
import type { StateError } from '../stateError.js';
import { newCalendar, type StoredCalendar } from '../storedCalendar.js';
import { systemCode } from '../systemCode.js';
import { readHead } from './head.js';

const KIND = 'slotwright-calendar';

const calendarSchema = z.strictObject({
  version: z.literal(2),
  kind: z.literal(KIND),
  target: z.string().min(1),
  address: z.strictObject({ facilityId: z.string(), doctorId: z.string(), addressId: z.string() }),
  lineage: z.string().min(1),
  serial: z.int().positive(),
  record: calendarRecordSchema,
});

/** Reads a calendar's file, which has to be about this server and address; a new one where there is none. */
export async function readCalendarFile(
  path: string,
  target: string,
  address: CalendarAddress,
): Promise<Result<StoredCalendar, StateError>> {
  try {
    // A pipe would never end, and a device is nobody's state.
    if (!(await lstat(path)).isFile()) return err({ type: 'foreign-state', where: path });
    return calendarIn(await readFile(path, 'utf8'), path, target, address);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOENT') return ok(newCalendar(target, address));
    return err({ type: 'unusable-state', where: path, doing: 'read', code });
  }
}

function calendarIn(
  text: string,
  where: string,
  target: string,
  address: CalendarAddress,
): Result<StoredCalendar, StateError> {
  return readHead(text, where, KIND).andThen((json): Result<StoredCalendar, StateError> => {
    const parsed = calendarSchema.safeParse(json);
    if (!parsed.success) {
      const { path = [], code = 'custom' } = parsed.error.issues[0] ?? {};
      const problem = `${path.map(String).join('.')}: ${code}`;
      return err({ type: 'corrupt-state', where, problem });
    }
    const { version: _version, kind: _kind, ...calendar } = parsed.data;
    if (calendar.target !== target) {
      return err({ type: 'other-target', where, found: calendar.target, wanted: target });
    }
    const isThis = addressKey(calendar.address) === addressKey(address);
    return isThis
      ? ok(calendar)
      : err({ type: 'corrupt-state', where, problem: 'another address' });
  });
}

/** Replaces a calendar's file, whole or not at all. Rejects with the system's error. */
export async function writeCalendarFile(path: string, calendar: StoredCalendar): Promise<void> {
  await atomicWrite(path, `${JSON.stringify({ version: 2, kind: KIND, ...calendar })}\n`);
}
