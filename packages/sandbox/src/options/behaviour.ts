import type { TimestampStyle } from '../time/timestamp.js';
import { MINUTE } from '../time/zone.js';

/**
 * How the sandbox decides where sources about Docplanner disagree or are silent
 * (Docplanner API, replaceSlots, sections 14 and 15).
 */
export interface Behaviour {
  /** What a PUT clears before it writes: every local date that it names, or only the ranges that it names. */
  readonly replaceReach: 'whole-day' | 'ranges';
  /** Periods of more than one local date in one PUT. */
  readonly severalDays: 'refused' | 'accepted';
  /** A period that ends at the next day's 00:00. */
  readonly midnightEnd: 'refused' | 'accepted';
  /** Periods that overlap inside one PUT; when accepted, the later in the list is written over the earlier. */
  readonly overlappingPeriods: 'refused' | 'accepted';
  /** The same address service twice in one period; when accepted, both durations are offered. */
  readonly repeatedService: 'refused' | 'accepted';
  /** `slots: []`; when accepted it changes nothing. */
  readonly emptySlots: 'refused' | 'accepted';
  /** Whether `Z` and fractions of a second are taken. */
  readonly timestamps: TimestampStyle;
  /** Whether deleteSlots makes the calendar forget which PUTs it has seen. */
  readonly duplicateAfterDelete: 'ignored' | 'processed';
  /** What getSlots answers when it has nothing to show: 200 with no items, or 404. */
  readonly emptyGetSlots: 'empty-list' | 'not-found';
  /** What `/notifications/multiple` answers when the queue is empty: 404, or 200 with no notifications. */
  readonly emptyQueue: 'not-found' | 'empty-list';
  /** Milliseconds after a PUT's processing in which the same PUT is accepted and ignored. */
  readonly duplicateWindowMs: number;
  /** Milliseconds between the answer of replaceSlots or deleteSlots and the change being visible. */
  readonly processingDelayMs: number;
  /** Only `pms` clients may call removeAddressIntegration. */
  readonly client: 'standard' | 'pms';
  /** Whether this client may release failed notifications. */
  readonly releaseNotifications: 'allowed' | 'refused';
}

/** A choice of every `Behaviour` at once; see `profiles`. */
export type Profile = 'strict' | 'lenient';

const shared = {
  emptyGetSlots: 'empty-list',
  emptyQueue: 'not-found',
  duplicateWindowMs: 3 * MINUTE,
  processingDelayMs: 0,
  client: 'standard',
  releaseNotifications: 'allowed',
} as const;

/** The harshest and the friendliest reading of each open question. */
export const profiles: Readonly<Record<Profile, Behaviour>> = {
  strict: {
    ...shared,
    replaceReach: 'whole-day',
    severalDays: 'refused',
    midnightEnd: 'refused',
    overlappingPeriods: 'refused',
    repeatedService: 'refused',
    emptySlots: 'refused',
    timestamps: 'to-the-second',
    duplicateAfterDelete: 'ignored',
  },
  lenient: {
    ...shared,
    replaceReach: 'ranges',
    severalDays: 'accepted',
    midnightEnd: 'accepted',
    overlappingPeriods: 'accepted',
    repeatedService: 'accepted',
    emptySlots: 'accepted',
    timestamps: 'any-iso',
    duplicateAfterDelete: 'processed',
  },
};
