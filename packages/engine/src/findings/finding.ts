import type { PublishedService } from '../calendar/template.js';
import type { AddressServiceId, Calendar, CalendarId } from '../document/clinic.js';
import { type FindingCode, SEVERITY, type Severity } from '../document/findingCode.js';
import type { Interval } from '../interval/interval.js';
import { instantFormatter } from '../time/formatter.js';
import { spanText } from '../time/timeWords.js';
import { type Instant, minuteOfDay, type WallTime } from '../time/units.js';
import type { Zone } from '../time/zone.js';

/** Something about a calendar that its clinic should know before patients find out. */
export interface Finding {
  /** What kind of finding it is. */
  readonly code: FindingCode;
  /** How much it matters. */
  readonly severity: Severity;
  /** The calendar's id. */
  readonly calendar: CalendarId;
  /** Of what it is about. */
  readonly start: Instant;
  /** Of what it is about. */
  readonly end: Instant;
  /** What it is about: bookings, breaks, schedules, services or calendars. */
  readonly ids: readonly string[];
  /** One sentence: what is wrong, where, and what to do. */
  readonly message: string;
  /** The reason, where the document accepts it; such a finding stops nothing. */
  readonly accepted: string | undefined;
}

/** What findings call services of a calendar: by the ids that the document gives them. */
export function serviceIds(
  { services }: Calendar,
  published: readonly PublishedService[],
): readonly string[] {
  return published.flatMap(({ order }) => services[order]?.id ?? []);
}

/** The same for one service; one that the calendar does not have is called what it is called. */
export function serviceId({ services }: Calendar, service: AddressServiceId): string {
  return services.find(({ addressServiceId }) => addressServiceId === service)?.id ?? service;
}

/** Pairs of one kind are listed up to this many a calendar; what overlaps more is one mistake. */
export const MAX_PAIRS = 1000;

/**
 * Findings of a kind that is told of every occurrence, period or stretch of time are listed up to this many a
 * calendar, the earliest; the last of them says how many more there are. Every other kind has no more than the
 * document has bookings, breaks, dates and so on, or the horizon has dates.
 */
export const MAX_FINDINGS = 10_000;

export function finding(
  code: FindingCode,
  calendar: CalendarId,
  { start, end }: Interval<Instant>,
  ids: readonly string[],
  message: string,
): Finding {
  return {
    code,
    severity: SEVERITY[code],
    calendar,
    start,
    end,
    ids,
    message,
    accepted: undefined,
  };
}

/** Within a calendar: by start, then code, then ids; the end keeps what is left in one order. */
function byStartCodeIds(a: Finding, b: Finding): number {
  return (
    a.start - b.start || compareTexts(a.code, b.code) || compareLists(a.ids, b.ids) || a.end - b.end
  );
}

/** Findings in order, each once: a booking may lie on two occurrences of one break. */
export function sortedFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(byStartCodeIds);
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return before === undefined || byStartCodeIds(before, each) !== 0;
  });
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((text, index) => text !== b[index]);
  const [left, right] = [a[differing], b[differing]];
  if (left === undefined || right === undefined) return a.length - b.length;
  return compareTexts(left, right);
}

/** Writes a length for people: `1 minute`, `20 minutes`. */
export function lengthText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** Writes a time of day for people: `09:00`. */
export function clockText(wall: WallTime): string {
  const minute = minuteOfDay(wall);
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Writes an interval for people: `2026-10-05 09:00-11:00`, with the second date where it differs. */
export function timeText({ start, end }: Interval<Instant>, zone: Zone): string {
  const iso = instantFormatter(zone);
  return spanText(iso(start), iso(end));
}
