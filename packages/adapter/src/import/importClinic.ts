import {
  addDays,
  type Horizon,
  instantFormatter,
  instantFrom,
  parseDate,
  type ZoneId,
  zoneOf,
} from '@slotwright/engine';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { isHopeless } from '../apply/report/ending.js';
import { inParallel } from '../apply/run/inParallel.js';
import { bookingsFromRemote } from '../feed/feedBookings.js';
import { placeOf } from '../feed/place.js';
import type { ClientError } from '../http/error/clientError.js';
import type { Clock } from '../http/options/ports.js';
import { calendarSlug } from './calendarSlug.js';
import { calendarInput, type InferredAddress, inferAddress } from './importCalendar.js';
import type {
  ImportError,
  ImportedAddress,
  ImportedClinic,
  ImportOptions,
  SkippedAddress,
} from './importedClinic.js';
import { listAddresses } from './listAddresses.js';
import type { ImportClient } from './readShown.js';

const MAX_WEEKS = 12;
const PARALLEL = 4;

/** Reads what Docplanner has of a client's facilities, and makes a document of it. Sends no write call. */
export function importClinic(
  client: ImportClient,
  clock: Clock,
  options: ImportOptions,
): ResultAsync<ImportedClinic, ImportError> {
  return new ResultAsync(readAll(client, clock, options));
}

/** What became of one address. */
interface Outcome {
  readonly address: ImportedAddress;
  readonly found: InferredAddress | SkippedAddress;
}

async function readAll(
  client: ImportClient,
  clock: Clock,
  {
    timezone,
    weeks = MAX_WEEKS,
    facilities,
    parallel = PARALLEL,
    onProgress = () => undefined,
    ...options
  }: ImportOptions,
): Promise<Result<ImportedClinic, ImportError>> {
  const checked = checkedOptions(weeks, parallel).andThen(() => horizonOf(timezone, weeks, clock));
  if (checked.isErr()) return err(checked.error);
  const scope = { timezone, horizon: checked.value, clock };
  const listed = await listAddresses(client, { facilities, parallel }, options);
  if (listed.isErr()) return err(listed.error);
  const addresses = listed.value;
  onProgress({ done: 0, total: addresses.length, last: undefined });
  let done = 0;
  let hopeless: ClientError | undefined;
  const outcomes = await inParallel(addresses, parallel, async (address): Promise<Outcome[]> => {
    if (hopeless !== undefined) return [];
    const found = await inferAddress(client, address, scope, options);
    if (found.isErr() && isHopeless(found.error)) hopeless = found.error;
    done += 1;
    onProgress({ done, total: addresses.length, last: address });
    return [{ address, found: outcomeOf(address, found) }];
  });
  return hopeless === undefined
    ? ok(clinicOf(outcomes.flat(), timezone))
    : err({ type: 'call-failed', error: hopeless });
}

function outcomeOf(
  address: ImportedAddress,
  found: Awaited<ReturnType<typeof inferAddress>>,
): InferredAddress | SkippedAddress {
  if (found.isErr()) return { ...address, reason: 'not-read', error: found.error };
  return typeof found.value === 'string' ? { ...address, reason: found.value } : found.value;
}

function checkedOptions(weeks: number, parallel: number): Result<undefined, ImportError> {
  const invalid = (option: string, expected: string): Result<undefined, ImportError> =>
    err({ type: 'invalid-import-option', option, expected });
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > MAX_WEEKS) {
    return invalid('weeks', `a whole number from 1 to ${MAX_WEEKS}`);
  }
  if (!Number.isInteger(parallel) || parallel < 1) {
    return invalid('parallel', 'a whole number from 1');
  }
  return ok(undefined);
}

/** So many weeks from today on, as the zone's calendar on the wall says it. */
function horizonOf(timezone: ZoneId, weeks: number, clock: Clock): Result<Horizon, ImportError> {
  const today = instantFormatter(zoneOf(timezone));
  return instantFrom(clock.now())
    .andThen((now) => parseDate(today(now).slice(0, 10)))
    .map((from) => ({ from, through: addDays(from, weeks * 7 - 1) }))
    .mapErr(({ expected }) => ({ type: 'invalid-import-option', option: 'the clock', expected }));
}

function clinicOf(outcomes: readonly Outcome[], timezone: ZoneId): ImportedClinic {
  const taken = new Set<string>();
  const named = outcomes.flatMap(({ address, found }) =>
    'reason' in found ? [] : [{ address, found, calendar: calendarSlug(address, taken) }],
  );
  return {
    document: {
      version: 1,
      timezone,
      calendars: named.map(({ calendar, address, found }) =>
        calendarInput(calendar, address, found, timezone),
      ),
    },
    bookings: {
      version: 1,
      kind: 'slotwright-bookings',
      calendars: Object.fromEntries(
        named.map(({ address, found }) => [placeOf(address), bookingsFromRemote(found.bookings)]),
      ),
    },
    calendars: named.map(({ address, calendar, found }) => ({
      ...address,
      calendar,
      notes: found.inferred.notes,
    })),
    skipped: outcomes.flatMap(({ found }) => ('reason' in found ? [found] : [])),
  };
}
