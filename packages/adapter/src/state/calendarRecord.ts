import type { KnownCalendar, Step } from '@slotwright/engine';

/** What is known of one calendar, and how. */
export interface CalendarRecord {
  /** What the next plan starts from. Dates in doubt are not in it. */
  readonly published: KnownCalendar;
  /** When a read-back last showed exactly what was expected, in milliseconds since 1970. */
  readonly confirmedAt?: number | undefined;
  /** The call that was made last, while it is not known what became of it. */
  readonly pending?: PendingStep | undefined;
  /** What the times of puts and of unsettled dates count from (`Uptime`); of another they are not known. */
  readonly boot: string;
  /** Of the last minutes: Docplanner ignores a PUT of slots that it has seen in the last three. */
  readonly recentPuts: readonly RecentPut[];
  /** The server has refused several dates in one request. */
  readonly perDate: boolean;
  /** Dates that were sent and have not been seen at Docplanner yet, with the uptime of sending. */
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
  /** When it was about to be sent, by `Uptime`. */
  readonly at: number;
  /** A digest of what was sent, however it was written. */
  readonly content: string;
  /** In which of its ways it was written, from 0. */
  readonly variant: number;
}

/** Nothing is known of a calendar. */
export const UNKNOWN_CALENDAR: CalendarRecord = {
  published: { dates: {}, breaks: [] },
  boot: '',
  recentPuts: [],
  perDate: false,
  unsettled: {},
};
