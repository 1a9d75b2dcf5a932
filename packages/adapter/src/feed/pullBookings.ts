import type { CalendarAddress } from '@slotwright/engine';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import type { Clock } from '../http/options/ports.js';
import type { BookingsFile } from './bookingsFile.js';
import { type Drained, drainQueue } from './drainQueue.js';
import { withoutOld } from './fullRead.js';
import type { PullClient, PullReport } from './pullReport.js';
import { readCalendars } from './readCalendars.js';

/** What a pull takes from its surroundings. */
export interface PullPorts<E> {
  /** For `pulledAt`, and to tell which bookings are over. */
  readonly clock: Clock;
  /**
   * Keeps the file. Called before anything is taken off the queue, after every batch and at the end; nothing
   * more is taken off until it has succeeded, and its failure ends the pull.
   */
  readonly save: (file: BookingsFile) => ResultAsync<void, E>;
}

/** How much one pull takes; the rest bounds and watches each of its calls. */
export interface PullOptions extends CallOptions {
  /** Batches of 100 notifications that one pull takes at most, default 100; the rest is for the next one. */
  readonly maxBatches?: number;
}

/** Unpulled notifications expire after 72 hours (Docplanner API, section 12); some of that is for clocks. */
const TRUSTED_MS = 60 * 3_600_000;
const MAX_BATCHES = 100;

/**
 * Brings a bookings file up to date. Calendars that the file does not have are read in full; then the
 * notifications of the whole client are taken off the queue and applied. All calendars are read where
 * notifications may be lost: there is no previous file, an earlier pull did not end, or it is more than 60
 * hours ago. `calendars` are all that the file is for: others are dropped from it.
 *
 * Fails when a notification pull fails, when saving fails, or with an error that every further call would
 * meet (`unauthorized`, `aborted`, `blocked-by-firewall`). Killed or failed at any point, the next pull makes
 * up for it: what is saved has no `pulledAt` while notifications are under way.
 */
export function pullBookings<E>(
  client: PullClient,
  calendars: readonly CalendarAddress[],
  previous: BookingsFile | undefined,
  ports: PullPorts<E>,
  options: PullOptions = {},
): ResultAsync<PullReport, ClientError | E> {
  return new ResultAsync(pull(client, calendars, previous, ports, options));
}

async function pull<E>(
  client: PullClient,
  calendars: readonly CalendarAddress[],
  previous: BookingsFile | undefined,
  { clock, save }: PullPorts<E>,
  { maxBatches = MAX_BATCHES, ...options }: PullOptions,
): Promise<Result<PullReport, ClientError | E>> {
  const now = clock.now();
  const since = trusted(previous, now);
  const reading = await readCalendars(client, calendars, previous, since, now, options);
  if (reading.isErr()) return err(reading.error);
  const { file: start, read, unread } = reading.value;

  const lost = unread.some(({ calendar }) => Object.hasOwn(start.calendars, calendar));
  const settled = (file: BookingsFile, upTo: string | undefined): BookingsFile => {
    const kept = withoutOld(file, now);
    return lost || upTo === undefined ? kept : { ...kept, pulledAt: upTo };
  };
  const began = new Date(now).toISOString();
  const drained = await drainQueue(client, start, save, {
    maxBatches,
    options,
    settle: (file, left) => settled(file, left === 'nothing' ? began : (since ?? began)),
  });
  return drained.andThen(({ file, pulled, remaining }: Drained) =>
    ok({ file, read, unread, notifications: pulled, remaining }),
  );
}

/** The moment up to which nothing is missing from the file, if later notifications are still on the queue. */
function trusted(previous: BookingsFile | undefined, now: number): string | undefined {
  const age = now - Date.parse(previous?.pulledAt ?? '');
  return age >= 0 && age < TRUSTED_MS ? previous?.pulledAt : undefined;
}
