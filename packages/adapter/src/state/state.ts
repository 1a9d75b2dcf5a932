import {
  addressKey,
  type CalendarAddress,
  type KnownCalendar,
  type Step,
} from '@slotwright/engine';

/**
 * What Slotwright knows of Docplanner: the only thing that outlives a process. It holds what was published,
 * ids of our breaks and times of calls; no credentials and nothing about a patient.
 */
export interface State {
  /** Of the format; a state of a later one is refused. */
  readonly version: 1;
  /** Tells a state from other files. */
  readonly kind: 'slotwright-state';
  /** Made at random when the state is new, so that two states are never mistaken for one another. */
  readonly lineage: string;
  /** One more after every save. */
  readonly serial: number;
  /** The server that it is about, such as `https://www.doctoralia.es`. */
  readonly target: string;
  /** By `addressKey`. */
  readonly calendars: Readonly<Record<string, CalendarRecord>>;
}

/** What is known of one calendar, and how. Times are milliseconds since 1970. */
export interface CalendarRecord {
  /** What the next plan starts from. Dates in doubt are not in it. */
  readonly published: KnownCalendar;
  /** When a read-back last showed exactly what was expected. */
  readonly confirmedAt?: number | undefined;
  /** The call that was made last, while it is not known what became of it. */
  readonly pending?: PendingStep | undefined;
  /** Of the last minutes: Docplanner ignores a PUT of slots that it has seen in the last three. */
  readonly recentPuts: readonly RecentPut[];
  /** The server has refused several dates in one request. */
  readonly perDate: boolean;
  /** Dates that were sent and have not been seen at Docplanner yet, with the time of sending. */
  readonly unsettled: Readonly<Record<string, number>>;
}

/** A step that was about to be sent when it was recorded: it may have had its effect. */
export interface PendingStep {
  /** One call: a PUT of slots, or what is done to one break. */
  readonly step: Step;
  /** When it was recorded, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** A PUT of slots, remembered so that an equal one is written in other bytes (Docplanner API, section 9.2). */
export interface RecentPut {
  /** When it was about to be sent, in milliseconds since 1970. */
  readonly at: number;
  /** A digest of what was sent, however it was written. */
  readonly content: string;
  /** In which of its ways it was written, from 0. */
  readonly variant: number;
}

/** What a state can be checked against: two states are the same if both are. */
export type StateId = Pick<State, 'lineage' | 'serial'>;

/** True if two states are one and the same; all that nothing was saved of know the same: nothing. */
export function isSameState(a: StateId, b: StateId): boolean {
  return a.serial === b.serial && (a.serial === 0 || a.lineage === b.lineage);
}

/** Nothing is known of a calendar. */
export const UNKNOWN_CALENDAR: CalendarRecord = {
  published: { dates: {}, breaks: [] },
  recentPuts: [],
  perDate: false,
  unsettled: {},
};

/** A state in which nothing is known yet. */
export function newState(target: string, lineage: string): State {
  return { version: 1, kind: 'slotwright-state', lineage, serial: 0, target, calendars: {} };
}

/** What is known of a calendar; `UNKNOWN_CALENDAR` if it is not in the state. */
export function recordOf(state: State, address: CalendarAddress): CalendarRecord {
  return state.calendars[addressKey(address)] ?? UNKNOWN_CALENDAR;
}

/** True where the server has refused several dates in one request: what it refuses for one calendar it refuses for all. */
export function takesOneDateOnly({ calendars }: Pick<State, 'calendars'>): boolean {
  return Object.values(calendars).some(({ perDate }) => perDate);
}
