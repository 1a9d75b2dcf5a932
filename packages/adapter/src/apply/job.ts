import type { CalendarAddress, Step, SyncPlan } from '@slotwright/engine';
import type { ResultAsync } from 'neverthrow';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { DocplannerClient } from '../resources/client.js';
import { type CalendarRecord, recordOf } from '../state/state.js';
import type { FreeSlot } from '../wire/slots.js';
import type { Settings } from './applyOptions.js';
import type { Course } from './course.js';
import type { Ending } from './ending.js';
import type { Ledger } from './ledger.js';

/** One calendar of a run: its plan, and everything that its calls need. */
export interface Job {
  readonly plan: Pick<SyncPlan, 'calendar' | 'timezone' | 'expected' | 'steps'>;
  readonly address: CalendarAddress;
  readonly client: DocplannerClient;
  readonly settings: Settings;
  readonly course: Course;
  readonly ledger: Ledger;
  readonly counts: Counts;
  readonly memory: Memory;
}

interface Counts {
  reads: number;
  writes: number;
}

/** A PUT that was sent though an equal one was sent shortly before. */
export interface Resend {
  readonly step: Extract<Step, { readonly type: 'replace-slots' }>;
  /** When the equal one was sent. */
  readonly sentBefore: number;
}

/** What is known only while the process lives; losing it costs time, never safety. */
interface Memory {
  /** What getSlots showed before the first PUT. */
  before: readonly FreeSlot[] | undefined;
  /** PUTs that a server which compares meanings might have ignored. */
  readonly suspects: Resend[];
}

export function record({ ledger, address }: Job): CalendarRecord {
  return recordOf(ledger.state(), address);
}

/** Changes and saves what is known of the calendar. Where that fails, the run ends. */
export async function change(
  { ledger, address, course }: Job,
  how: (record: CalendarRecord) => CalendarRecord,
): Promise<Ending | undefined> {
  const saved = await ledger.update(address, how);
  if (saved.isErr()) course.stop({ type: 'state-failed', error: saved.error });
  return saved.isErr() ? course.ending() : undefined;
}

/** How single calls are bounded. */
export function callOptions({ settings: { signal, maxWaitMs } }: Job): CallOptions {
  return { signal, maxWaitMs };
}

/** Counts a read. */
export function reading<T>(
  job: Job,
  call: ResultAsync<T, ClientError>,
): ResultAsync<T, ClientError> {
  job.counts.reads += 1;
  return call;
}

/** A wait that the signal ends. */
export function pause({ settings: { ports, signal } }: Job, ms: number): Promise<void> {
  return ports.sleep(Math.max(0, ms), signal);
}

export function nowOf({ settings }: Job): number {
  return settings.ports.clock.now();
}
