import { computeCalendar } from '../calendar/computeCalendar.js';
import { addressKey, type CalendarAddress } from '../document/address.js';
import type { ClinicDocument } from '../document/clinic.js';
import { calendarId } from '../document/ids.js';
import { acceptFindings } from '../findings/accepted.js';
import type { CheckedCalendar } from '../findings/computeDocument.js';
import { finding } from '../findings/finding.js';
import { lastDateWithinReach } from '../time/horizon.js';
import { dateOf, type Instant, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import type { ZoneId } from '../time/zoneId.js';

/** A calendar that was published, and the zone of the dates that were sent last. */
export interface KeptCalendar {
  /** Its place at Docplanner. */
  readonly address: CalendarAddress;
  /** Undefined if it is not known: then the document's. */
  readonly timezone: ZoneId | undefined;
}

/**
 * Calendars that were published and that the document has no more, named by `addressKey` and closed from now on for
 * as long as Docplanner takes slots.
 */
export interface LeftBehind {
  /** The document says that they are: what is left of them at Docplanner is to be cleared. */
  readonly retired: readonly CheckedCalendar[];
  /** It does not: each has the finding `calendar-left-behind`, which stops everything, and is not to be touched. */
  readonly forgotten: readonly CheckedCalendar[];
}

/**
 * Which of the calendars that were published a document has left behind: another address is another calendar.
 *
 * @example
 * const kept = { address: { facilityId: '1', doctorId: '2', addressId: '9' }, timezone: undefined };
 * leftBehind(document, [kept], now).forgotten[0].findings[0].code // => 'calendar-left-behind'
 * leftBehind({ ...document, retired: [kept.address] }, [kept], now).retired[0].slots // => []
 */
export function leftBehind(
  document: Pick<ClinicDocument, 'timezone' | 'calendars' | 'accept' | 'retired'>,
  kept: readonly KeptCalendar[],
  now: Instant,
): LeftBehind {
  const own = new Set(document.calendars.map(addressKey));
  const over = new Set(document.retired.map(addressKey));
  const gone = kept.filter(({ address }) => !own.has(addressKey(address)));
  const isRetired = ({ address }: KeptCalendar): boolean => over.has(addressKey(address));
  return {
    retired: gone.filter(isRetired).map((each) => closed(document, each, now)),
    forgotten: gone.filter((each) => !isRetired(each)).map((each) => told(document, each, now)),
  };
}

function closed(
  { timezone: usual }: Pick<ClinicDocument, 'timezone'>,
  { address: { facilityId, doctorId, addressId }, timezone = usual }: KeptCalendar,
  now: Instant,
): CheckedCalendar {
  const nothing = { services: [], schedules: [], overrides: [], closures: [], breaks: [] };
  const id = calendarId(addressKey({ facilityId, doctorId, addressId }));
  const place = { facilityId, doctorId, addressId, timezone };
  const calendar = { id, ...place, ...nothing, bookings: [], accept: [] };
  const zone = zoneOf(timezone);
  const horizon = { from: dateOf(zone.toWall(now)), through: lastDateWithinReach(zone, now) };
  return { ...computeCalendar(calendar, horizon, now), findings: [] };
}

function told(
  document: Pick<ClinicDocument, 'timezone' | 'accept'>,
  each: KeptCalendar,
  now: Instant,
): CheckedCalendar {
  const computed = closed(document, each, now);
  const { id } = computed.calendar;
  const time = { start: now, end: computed.dates.at(-1)?.end ?? plus(now, 1) };
  const message = `The calendar ${id} was published, and the document has it no more, so its slots stay bookable. Put it back, or write it under "retired" to have them cleared.`;
  const findings = [finding('calendar-left-behind', id, time, [id], message)];
  return { ...computed, findings: acceptFindings(findings, document.accept, computed).findings };
}
