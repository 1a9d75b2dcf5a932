import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import type { Slot } from '../calendar/slots.js';
import type { ComputedDocument } from '../findings/computeDocument.js';
import { formatDate } from '../time/date.js';
import { instantFormatter } from '../time/formatter.js';
import { formatUtc } from '../time/iso.js';
import { type LocalDate, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

/** A start that patients could book. */
export interface SlotOutput {
  /** With offset. */
  readonly start: string;
  /** In the calendar's order of services. */
  readonly addressServiceIds: readonly string[];
}

/** The slots of one calendar. */
export interface CalendarPreview {
  /** The calendar's id. */
  readonly id: string;
  /** IANA name. */
  readonly timezone: string;
  /** All dates of the horizon, also those without slots. */
  readonly days: readonly { readonly date: string; readonly slots: readonly SlotOutput[] }[];
}

/** What `slotwright preview --format json` prints, version 1. */
export interface PreviewOutput {
  /** Of the format. */
  readonly version: 1;
  /** In UTC. */
  readonly now: string;
  /** The dates that were computed. */
  readonly horizon: HorizonOutput;
  /** In the document's order. */
  readonly calendars: readonly CalendarPreview[];
}

/**
 * The slots that patients could book, for every date of the horizon, also those without slots.
 *
 * @example
 * calendarPreview(computeCalendar(calendar, monday, now)).days[0].slots[0]
 * // => { start: '2026-10-05T09:00:00+02:00', addressServiceIds: ['7'] }
 */
export function calendarPreview({
  calendar,
  horizon,
  dates,
  slots,
}: ComputedCalendar): CalendarPreview {
  const iso = instantFormatter(zoneOf(calendar.timezone));
  const byDate = new Map<LocalDate, SlotOutput[]>();
  for (let date = horizon.from; date <= horizon.through; date = plus(date, 1)) byDate.set(date, []);
  let next = 0;
  for (const { date, end } of dates) {
    for (; ; next += 1) {
      const slot: Slot | undefined = slots[next];
      if (slot === undefined || slot.start >= end) break;
      const { start, addressServiceIds } = slot;
      byDate.get(date)?.push({ start: iso(start), addressServiceIds });
    }
  }
  const days = [...byDate].map(([date, own]) => ({ date: formatDate(date), slots: own }));
  return { id: calendar.id, timezone: calendar.timezone, days };
}

/**
 * What `slotwright preview --format json` prints: the slots of every calendar, date by date.
 *
 * @example
 * previewOutput(computeDocument(document, monday, now, [])).calendars[0].days.length // => 1
 */
export function previewOutput(result: ComputedDocument): PreviewOutput {
  return {
    version: 1,
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    calendars: result.calendars.map(calendarPreview),
  };
}
