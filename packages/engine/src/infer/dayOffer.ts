import { configurationMaker } from '../calendar/configuration.js';
import { dayPeriods } from '../calendar/dayPeriods.js';
import { slotsOf } from '../calendar/slots.js';
import type { PublishedService } from '../calendar/template.js';
import { plus } from '../time/units.js';
import type { ShownDate } from './shownDate.js';

/** A window of a date: what can be booked in it, in minutes after the date's first instant. */
export interface DayOffer {
  readonly start: number;
  readonly end: number;
  /** In the calendar's order of services; never empty. */
  readonly services: readonly PublishedService[];
}

/** Two windows with the same key are the same. */
export function offerKey({ start, end, services }: DayOffer): string {
  return `${start}-${end} ${services.map(({ order, duration }) => `${order}:${duration}`).join()}`;
}

/** True if the windows, and nothing else, make a date show what it shows. */
export function explains(offers: readonly DayOffer[], date: ShownDate): boolean {
  const { span, knownFrom, starts, hidden } = date;
  const last = span.end - span.start - 1;
  const windows = offers.map(({ start, end, services }) => ({
    start,
    end: Math.min(end, last),
    template: { source: '', rank: 0, services, insurance: undefined },
  }));
  const periods = dayPeriods(windows, configurationMaker()).map((period) => ({
    start: plus(span.start, period.start),
    end: plus(span.start, period.end),
    configuration: period.configuration,
  }));
  let found = 0;
  for (const { start, addressServiceIds } of slotsOf(periods, hidden)) {
    const minute = start - span.start;
    if (minute < knownFrom) continue;
    const shown = starts.get(minute);
    if (shown === undefined || shown.length !== addressServiceIds.length) return false;
    if (!shown.every((each, index) => each.addressServiceId === addressServiceIds[index])) {
      return false;
    }
    found += 1;
  }
  return found === starts.size;
}
