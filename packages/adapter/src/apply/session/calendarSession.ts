import type { CalendarAddress, Instant, Zone } from '@slotwright/engine';
import { instantFormatter } from '@slotwright/engine';
import type { ResultAsync } from 'neverthrow';
import type { CallOptions } from '../../http/call/call.js';
import type { ClientError } from '../../http/error/clientError.js';
import type { DocplannerClient } from '../../resources/client.js';
import type { CalendarRecord } from '../../state/calendarRecord.js';
import type { CalendarLock, CalendarStore } from '../../state/calendarStore.js';
import type { StateError } from '../../state/stateError.js';
import { onBoot, type Times } from '../../state/transitions.js';
import type { Ending } from '../report/ending.js';
import type { Settings } from './applyOptions.js';
import type { ProgressReporter, WaitReason } from './progress.js';
import type { RunControl } from './runControl.js';
import { zoneNamed } from './zoneNamed.js';

/** What all calendars of a run share. */
export interface Run {
  readonly client: DocplannerClient;
  readonly settings: Settings;
  readonly control: RunControl;
  readonly progress: ProgressReporter;
  readonly store: CalendarStore;
  /** What one calendar has taught about all. */
  readonly learned: Learned;
}

/** What is found out about the server while it is worked with. */
interface Learned {
  /** It refuses several dates in one request: what it refuses for one calendar it refuses for all. */
  oneDateOnly: boolean;
}

/** A calendar by the document's id, and where it is. */
export interface CalendarPlace {
  readonly calendar: string;
  readonly address: CalendarAddress;
  readonly timezone: string;
}

/** A call of the client. */
type ClientCall<T> = (
  client: DocplannerClient,
  options: CallOptions,
) => ResultAsync<T, ClientError>;

/** One calendar while it is worked on: its calls, which are counted, and what is known of it. */
export interface CalendarSession extends CalendarPlace {
  readonly zone: Zone | undefined;
  /** Writes a moment with the offset of the calendar's zone. */
  readonly iso: (instant: Instant) => string;
  /** Of the run, and of this calendar: whatever keeps it from being recorded ends its part. */
  readonly control: RunControl;
  /** Why nothing more can be recorded of it. */
  readonly failure: () => StateError | undefined;
  /** How long processing a PUT may take where no read can tell, and the longest single wait; milliseconds. */
  readonly settleMs: number;
  readonly maxWaitMs: number;
  readonly record: () => CalendarRecord;
  /** Changes and saves what is known of the calendar. Where that fails, its part of the run ends. */
  readonly change: (
    how: (record: CalendarRecord) => CalendarRecord,
  ) => Promise<'saved' | 'stopped'>;
  /** Several dates in one request are known to be refused. */
  readonly oneDateOnly: () => boolean;
  readonly learnOneDateOnly: () => void;
  readonly read: <T>(call: ClientCall<T>) => ResultAsync<T, ClientError>;
  readonly write: <T>(call: ClientCall<T>) => ResultAsync<T, ClientError>;
  /** Requests that were sent. */
  readonly calls: () => { readonly reads: number; readonly writes: number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The same moment by the clock that times of sending are kept in, too. */
  readonly times: () => Times;
  /** A wait that the signal ends. */
  readonly pause: (ms: number, reason: WaitReason) => Promise<void>;
}

export function openSession(
  { client, settings, control, progress, learned }: Run,
  { calendar, address, timezone }: CalendarPlace,
  lock: CalendarLock,
): CalendarSession {
  const { ports, signal, maxWaitMs, settleMs } = settings;
  const { clock, uptime } = ports;
  let record = onBoot(lock.calendar.record, uptime.boot, uptime.now());
  let failure: StateError | undefined;
  const failed = (): Ending | undefined =>
    failure === undefined ? undefined : { type: 'state-failed', error: failure };
  const zone = zoneNamed(timezone);
  let reads = 0;
  let writes = 0;
  const options: CallOptions = {
    signal,
    maxWaitMs,
    onRequest: ({ method, sent }) => {
      if (!sent) return;
      if (method === 'GET') reads += 1;
      else writes += 1;
      if (method !== 'GET') progress.sent(clock.now());
    },
    onWait: ({ reason, until, before }) => progress.waiting(calendar, reason, until, before),
  };
  return {
    calendar,
    address,
    timezone,
    zone,
    iso: zone === undefined ? String : instantFormatter(zone),
    control: {
      ...control,
      ending: () => failed() ?? control.ending(),
      beforeWrite: () => failed() ?? control.beforeWrite(),
    },
    failure: () => failure,
    settleMs,
    maxWaitMs,
    record: () => record,
    change: async (how) => {
      if (failure !== undefined) return 'stopped';
      const next = how(record);
      if (next === record) return 'saved';
      const saved = await lock.save(next);
      if (saved.isOk()) {
        record = next;
        return 'saved';
      }
      failure = saved.error;
      // What keeps one calendar from being written, such as a full disk, keeps all.
      if (failure.type === 'unusable-state') control.stop({ type: 'state-failed', error: failure });
      return 'stopped';
    },
    oneDateOnly: () => learned.oneDateOnly || record.perDate,
    learnOneDateOnly: () => {
      learned.oneDateOnly = true;
    },
    read: (call) => call(client, options),
    // While a call waited for its turn, somebody may have taken the calendar: then it must not be sent.
    write: (call) => call(client, { ...options, beforeSend: lock.hold }),
    calls: () => ({ reads, writes }),
    now: clock.now,
    times: () => ({ now: clock.now(), uptime: uptime.now() }),
    pause: async (ms, reason) => {
      if (ms <= 0) return;
      progress.waiting(calendar, reason, clock.now() + ms, 0);
      await ports.sleep(ms, signal);
    },
  };
}
