import type {
  CalendarAddress,
  ClinicDocumentInput,
  InferenceNote,
  ZoneId,
} from '@slotwright/engine';
import type { BookingsFile } from '../feed/bookingsFile.js';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';

/** What is imported, and how it is watched; the rest bounds each call. */
export interface ImportOptions extends CallOptions {
  /** Of the document; the API tells offsets only. */
  readonly timezone: ZoneId;
  /** Weeks from today on that are read, 1 to 12; default 12, which is all that Docplanner has. */
  readonly weeks?: number;
  /** Ids; default all that the credentials reach. */
  readonly facilities?: readonly string[];
  /** Calendars that are read at once; default 4. */
  readonly parallel?: number;
  /** Told how far it is. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** How far an import is. */
export interface ImportProgress {
  /** Addresses that have been read, or cannot be. */
  readonly done: number;
  /** All addresses; grows until every doctor has been asked for. */
  readonly total: number;
  /** The one that was read last; undefined before the first. */
  readonly last: ImportedAddress | undefined;
}

/** An address, and what people call it. Empty where Docplanner does not say. */
export interface ImportedAddress extends CalendarAddress {
  /** The facility's name. */
  readonly facility: string;
  /** First names and surname. */
  readonly doctor: string;
  /** Name, street and town. */
  readonly address: string;
  /** Visits there are video calls. */
  readonly isOnlineOnly: boolean;
}

/** What was found out about one calendar of the document. */
export interface ImportedCalendar extends ImportedAddress {
  /** Its id in the document. */
  readonly calendar: string;
  /** What cannot be known from what Docplanner shows. */
  readonly notes: readonly InferenceNote[];
}

/** An address that is not in the document. */
export interface SkippedAddress extends ImportedAddress {
  /** Why: its calendar is switched off or was never made, nothing can be booked there, or it cannot be read. */
  readonly reason: 'calendar-disabled' | 'calendar-missing' | 'no-services' | 'not-read';
  /** Where it cannot be read. */
  readonly error?: ClientError;
}

/** A clinic as Docplanner shows it. */
export interface ImportedClinic {
  /**
   * What Docplanner shows, as a document. Breaks there are breaks with `publish: none`: they are not ours, so
   * they are never sent, moved or deleted. It has no bookings.
   */
  readonly document: ClinicDocumentInput;
  /** The bookings, as the first pull brings them: ids, times and services, nothing about patients. */
  readonly bookings: BookingsFile;
  /** In the document's order. */
  readonly calendars: readonly ImportedCalendar[];
  /** Addresses that are not in it, and why. */
  readonly skipped: readonly SkippedAddress[];
}

/** Why nothing was imported. */
export type ImportError =
  /** An error that every further call would meet, or one that left nothing to read. */
  | { readonly type: 'call-failed'; readonly error: ClientError }
  /** The credentials reach no facility of that id. */
  | {
      readonly type: 'unknown-facility';
      readonly facilityId: string;
      readonly known: readonly string[];
    }
  /** An option that makes no sense; what it has to be. */
  | { readonly type: 'invalid-import-option'; readonly option: string; readonly expected: string };
