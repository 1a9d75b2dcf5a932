import type { SlotsEntry } from './slots/entries.js';

/** A break of ours that is known to exist at Docplanner. */
export interface KnownBreak {
  /** Docplanner's id of it. */
  readonly id: string;
  /** The id of the document's break or booking that it was made for. */
  readonly source: string;
  /** As it was sent, or as Docplanner wrote it. */
  readonly since: string;
  /** As it was sent, or as Docplanner wrote it. */
  readonly till: string;
  /** What it is called there. */
  readonly description: string;
}

/** A break as Docplanner lists it, ours or not. */
export interface RemoteBreak {
  /** Docplanner's id of it. */
  readonly id: string;
  /** As Docplanner wrote it. */
  readonly since: string;
  /** As Docplanner wrote it. */
  readonly till: string;
  /** What it is called there. */
  readonly description: string | undefined;
}

/**
 * What a calendar is known to have at Docplanner: the work periods that were sent last, without clearing
 * entries, by local date (`2026-10-05`). A date that is absent is unknown; an empty one is closed.
 */
export interface KnownCalendar {
  /** Work periods by local date. */
  readonly dates: Readonly<Record<string, readonly SlotsEntry[]>>;
  /** Ours only. */
  readonly breaks: readonly KnownBreak[];
  /** The zone that says when these dates begin and end. Absent: that of whoever asks. */
  readonly timezone?: string | undefined;
}

/**
 * What is known of the dates of a zone: nothing, if they were sent as those of another one.
 *
 * @example
 * datesKnown({ dates: { '2026-10-05': [] }, breaks: [], timezone: 'Europe/Madrid' }, 'Europe/Lisbon')
 * // => {}
 */
export function datesKnown(
  known: KnownCalendar,
  timezone: string | undefined,
): KnownCalendar['dates'] {
  const isSame = (known.timezone ?? timezone) === (timezone ?? known.timezone);
  return isSame ? known.dates : {};
}

/**
 * Nothing is known: a first sync.
 *
 * @example
 * NOTHING_KNOWN // => { dates: {}, breaks: [] }
 */
export const NOTHING_KNOWN: KnownCalendar = { dates: {}, breaks: [] };
