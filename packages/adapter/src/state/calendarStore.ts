import type { CalendarAddress } from '@slotwright/engine';
import type { ResultAsync } from 'neverthrow';
import type { CalendarRecord } from './calendarRecord.js';
import type { StateError } from './stateError.js';
import type { StoredCalendar } from './storedCalendar.js';

/** How long a calendar is waited for. */
export interface LockWait {
  /** Ends the wait. */
  readonly signal: AbortSignal;
  /** Told if there is a wait, and how many milliseconds it takes at most: whoever has the calendar may be gone. */
  readonly onWait?: (atMostMs: number) => void;
}

/**
 * One calendar that nobody else works on. It can be lost: to somebody who found it not renewed for too long. From
 * then on `hold`, `save` and `remove` fail with `lost-lock`, and change nothing.
 */
export interface CalendarLock {
  /** As it was saved last before it was locked; `newCalendar` if it never was. */
  readonly calendar: StoredCalendar;
  /**
   * Makes sure that nobody else gets the calendar within so many milliseconds: what is asked immediately before
   * a request leaves that takes so long at most.
   */
  readonly hold: (forMs: number) => ResultAsync<void, StateError>;
  /**
   * Replaces what is known, whole or not at all: once it has returned, it survives a crash. The serial is one more
   * then; a first save makes a lineage.
   */
  readonly save: (record: CalendarRecord) => ResultAsync<StoredCalendar, StateError>;
  /** Forgets the calendar. */
  readonly remove: () => ResultAsync<void, StateError>;
  /** Gives it to others; never fails. */
  readonly release: () => Promise<void>;
}

/**
 * Where it is kept what is known of calendars, each by itself: what is done to one costs the same with ten and
 * with ten thousand, and two processes may work on two. A port: `jsonFolderStore` for one machine or a shared
 * file system; a database does it with a row a calendar.
 */
export interface CalendarStore {
  /** As it was saved last; `newCalendar` if it never was. */
  readonly read: (address: CalendarAddress) => ResultAsync<StoredCalendar, StateError>;
  /** The calendars that are kept, in no order. */
  readonly list: () => ResultAsync<readonly CalendarAddress[], StateError>;
  /**
   * Keeps everybody else from a calendar until it is released, or for as long as it is renewed. Fails with
   * `locked-state` where somebody works on it.
   */
  readonly lock: (
    address: CalendarAddress,
    wait: LockWait,
  ) => ResultAsync<CalendarLock, StateError>;
}
