import { addressKey, type CalendarAddress } from '@slotwright/engine';
import { Result, ResultAsync } from 'neverthrow';
import type { CalendarStore } from './calendarStore.js';
import type { StateError } from './stateError.js';
import { newCalendar, type StoredCalendar } from './storedCalendar.js';

/** What was known of some calendars at one moment. */
export interface KnownCalendars {
  /** `newCalendar` where nothing was asked. */
  readonly of: (address: CalendarAddress) => StoredCalendar;
  /** The server has refused several dates in one request: what it refuses for one calendar it refuses for all. */
  readonly takesOneDateOnly: boolean;
}

/** Files that are open at once. */
const AT_ONCE = 16;

/** Reads what is known of calendars. */
export function knownCalendars(
  store: CalendarStore,
  addresses: readonly CalendarAddress[],
): ResultAsync<KnownCalendars, StateError> {
  const read = async (): Promise<Result<KnownCalendars, StateError>> => {
    const found: Result<StoredCalendar, StateError>[] = [];
    for (let next = 0; next < addresses.length; next += AT_ONCE) {
      found.push(...(await Promise.all(addresses.slice(next, next + AT_ONCE).map(store.read))));
    }
    return Result.combine(found).map(knownOf);
  };
  return new ResultAsync(read());
}

/** As they were read. */
function knownOf(calendars: readonly StoredCalendar[]): KnownCalendars {
  const byAddress = new Map(calendars.map((each) => [addressKey(each.address), each]));
  return {
    of: (address) => byAddress.get(addressKey(address)) ?? newCalendar('', address),
    takesOneDateOnly: calendars.some(({ record }) => record.perDate),
  };
}
