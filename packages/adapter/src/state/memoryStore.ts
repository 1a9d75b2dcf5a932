import { addressKey } from '@slotwright/engine';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { CalendarLock, CalendarStore } from './calendarStore.js';
import type { StateError } from './stateError.js';
import { newCalendar, type StoredCalendar, successor } from './storedCalendar.js';

/** What is known lives as long as the process, for tests and trials. */
export function memoryStore(target: string): CalendarStore {
  const kept = new Map<string, StoredCalendar>();
  const holders = new Map<string, symbol>();

  const lockOf = (key: string, calendar: StoredCalendar, own: symbol): CalendarLock => {
    const change = <T>(how: () => T): ResultAsync<T, StateError> =>
      later(holders.get(key) === own ? ok(how()) : err({ type: 'lost-lock', where: placeOf(key) }));
    return {
      calendar,
      hold: () => change(() => undefined),
      save: (record) =>
        change(() => {
          const next = successor(
            kept.get(key) ?? newCalendar(target, calendar.address),
            record,
            key,
          );
          kept.set(key, next);
          return next;
        }),
      remove: () => change(() => void kept.delete(key)),
      release: () => {
        if (holders.get(key) === own) holders.delete(key);
        return Promise.resolve();
      },
    };
  };

  return {
    read: (address) => later(ok(kept.get(addressKey(address)) ?? newCalendar(target, address))),
    list: () => later(ok([...kept.values()].map(({ address }) => address))),
    lock: (address) => {
      const key = addressKey(address);
      if (holders.has(key)) {
        return later(err({ type: 'locked-state', where: placeOf(key), by: 'this process' }));
      }
      const own = Symbol(key);
      holders.set(key, own);
      return later(ok(lockOf(key, kept.get(key) ?? newCalendar(target, address), own)));
    },
  };
}

const placeOf = (key: string): string => `calendar ${key} in memory`;

function later<T>(result: Result<T, StateError>): ResultAsync<T, StateError> {
  return new ResultAsync(Promise.resolve(result));
}
