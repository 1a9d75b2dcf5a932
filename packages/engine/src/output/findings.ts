import type { DocumentResult } from '../findings/checkedDocument.js';
import type { Finding } from '../findings/finding.js';
import { instantFormatter } from '../time/formatter.js';
import { formatUtc } from '../time/iso.js';
import { zoneOf } from '../time/zone.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

/** A finding as the JSON outputs have it: times with the offset of the calendar's zone. */
export type FindingOutput = Omit<Finding, 'start' | 'end' | 'calendar'> & {
  readonly calendar: string;
  readonly start: string;
  readonly end: string;
};

/** What `slotwright check --format json` prints, version 1. */
export interface CheckOutput {
  readonly version: 1;
  readonly now: string;
  readonly horizon: HorizonOutput;
  readonly findings: readonly FindingOutput[];
}

/** All findings of a document, in order. */
export function findingOutput({
  calendars,
}: Pick<DocumentResult, 'calendars'>): readonly FindingOutput[] {
  return calendars.flatMap(({ calendar, findings }) => {
    const iso = instantFormatter(zoneOf(calendar.timezone));
    return findings.map(({ code, severity, start, end, ids, message }) => ({
      code,
      severity,
      calendar: calendar.id,
      start: iso(start),
      end: iso(end),
      ids,
      message,
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
export function checkOutput(result: DocumentResult): CheckOutput {
  return {
    version: 1,
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    findings: findingOutput(result),
  };
}
