import type { CalendarAddress } from '@slotwright/engine';
import { type CalendarRecord, UNKNOWN_CALENDAR } from './calendarRecord.js';

/** Which version of a calendar's record: two are the same if both parts are. */
export interface RecordVersion {
  /** Made at random with the first save, so that two records are never mistaken for one another. */
  readonly lineage: string;
  /** One more after every save; 0 as long as nothing was saved. */
  readonly serial: number;
}

/**
 * What Slotwright knows of one calendar at Docplanner, with what it is about: the only thing that outlives a
 * process. It holds what was published, ids of our breaks and times of calls; no credentials and nothing about a
 * patient.
 */
export interface StoredCalendar extends RecordVersion {
  /** The server that it is about, such as `https://www.doctoralia.es`. */
  readonly target: string;
  /** Its place there. */
  readonly address: CalendarAddress;
  /** What is known of it. */
  readonly record: CalendarRecord;
}

/** The lineage of what was never saved. */
const NOTHING_SAVED = 'new';

/** A calendar of which nothing is known. */
export function newCalendar(target: string, address: CalendarAddress): StoredCalendar {
  const { facilityId, doctorId, addressId } = address;
  return {
    target,
    address: { facilityId, doctorId, addressId },
    lineage: NOTHING_SAVED,
    serial: 0,
    record: UNKNOWN_CALENDAR,
  };
}

/** What is saved after a version; `lineage` is that of a first save. */
export function successor(
  before: StoredCalendar,
  record: CalendarRecord,
  lineage: string,
): StoredCalendar {
  const { serial } = before;
  return { ...before, ...(serial === 0 ? { lineage } : {}), serial: serial + 1, record };
}

/** True if two versions are one and the same. */
export function isSameVersion(a: RecordVersion, b: RecordVersion): boolean {
  return a.serial === b.serial && a.lineage === b.lineage;
}
