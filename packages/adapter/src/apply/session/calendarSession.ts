import type { CalendarAddress, Instant, Zone } from '@slotwright/engine';
import { instantFormatter } from '@slotwright/engine';
import type { ResultAsync } from 'neverthrow';
import type { CallOptions } from '../../http/call/call.js';
import type { ClientError } from '../../http/error/clientError.js';
import type { DocplannerClient } from '../../resources/client.js';
import { type CalendarRecord, recordOf, takesOneDateOnly } from '../../state/state.js';
import type { StateWriter } from '../../state/stateWriter.js';
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
  readonly writer: StateWriter;
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
  readonly control: RunControl;
  /** How long processing a PUT may take where no read can tell, and the longest single wait; milliseconds. */
  readonly settleMs: number;
  readonly maxWaitMs: number;
  readonly record: () => CalendarRecord;
  /** Changes and saves what is known of the calendar. Where that fails, the run ends. */
  readonly change: (
    how: (record: CalendarRecord) => CalendarRecord,
  ) => Promise<'saved' | 'stopped'>;
  /** Several dates in one request are known to be refused. */
  readonly oneDateOnly: () => boolean;
  readonly read: <T>(call: ClientCall<T>) => ResultAsync<T, ClientError>;
  readonly write: <T>(call: ClientCall<T>) => ResultAsync<T, ClientError>;
  /** Requests that were sent. */
  readonly calls: () => { readonly reads: number; readonly writes: number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A wait that the signal ends. */
  readonly pause: (ms: number, reason: WaitReason) => Promise<void>;
}

export function openSession(
  { client, settings, control, progress, writer }: Run,
  { calendar, address, timezone }: CalendarPlace,
): CalendarSession {
  const { ports, signal, maxWaitMs, settleMs } = settings;
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
      if (method !== 'GET') progress.sent(ports.clock.now());
    },
    onWait: ({ reason, until, before }) => progress.waiting(calendar, reason, until, before),
  };
  return {
    calendar,
    address,
    timezone,
    zone,
    iso: zone === undefined ? String : instantFormatter(zone),
    control,
    settleMs,
    maxWaitMs,
    record: () => recordOf(writer.state(), address),
    change: async (how) => {
      const saved = await writer.update(address, how);
      if (saved.isOk()) return 'saved';
      control.stop({ type: 'state-failed', error: saved.error });
      return 'stopped';
    },
    oneDateOnly: () => takesOneDateOnly(writer.state()),
    read: (call) => call(client, options),
    write: (call) => call(client, options),
    calls: () => ({ reads, writes }),
    now: ports.clock.now,
    pause: async (ms, reason) => {
      if (ms <= 0) return;
      progress.waiting(calendar, reason, ports.clock.now() + ms, 0);
      await ports.sleep(ms, signal);
    },
  };
}
