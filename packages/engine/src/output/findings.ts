import type { ComputedDocument } from '../findings/computeDocument.js';
import type { Finding } from '../findings/finding.js';
import { instantFormatter } from '../time/formatter.js';
import { formatUtc } from '../time/iso.js';
import { zoneOf } from '../time/zone.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

/** A finding as the JSON outputs have it: times with the offset of the calendar's zone. */
export type FindingOutput = Omit<Finding, 'start' | 'end' | 'calendar' | 'accepted'> & {
  /** The calendar's id. */
  readonly calendar: string;
  /** With offset. */
  readonly start: string;
  /** With offset. */
  readonly end: string;
  /** The reason, only where the document accepts the finding. */
  readonly accepted?: string;
};

/** What `slotwright check --format json` prints, version 1. */
export interface CheckOutput {
  /** Of the format. */
  readonly version: 1;
  /** In UTC. */
  readonly now: string;
  /** The dates that were computed. */
  readonly horizon: HorizonOutput;
  /** Of all calendars, in order. */
  readonly findings: readonly FindingOutput[];
}

/** All findings of a document, in order. */
export function findingOutput({
  calendars,
}: Pick<ComputedDocument, 'calendars'>): readonly FindingOutput[] {
  return calendars.flatMap(({ calendar, findings }) => {
    const iso = instantFormatter(zoneOf(calendar.timezone));
    return findings.map(({ code, severity, start, end, ids, message, accepted }) => ({
      code,
      severity,
      calendar: calendar.id,
      start: iso(start),
      end: iso(end),
      ids,
      message,
      ...(accepted === undefined ? {} : { accepted }),
    }));
  });
}

/**
 * What `slotwright check --format json` prints: the findings of a computed document, with times in
 * the zones of their calendars.
 *
 * @example
 * const { now: asked, findings } = checkOutput(computeDocument(document, monday, now, []));
 * [asked, findings] // => ['2026-10-01T08:00:00Z', []]
 */
export function checkOutput(result: ComputedDocument): CheckOutput {
  return {
    version: 1,
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    findings: findingOutput(result),
  };
}
