import {
  type Calendar,
  type ComputedCalendar,
  computeCalendar,
  instantFormatter,
  parseDocument,
  zoneOf,
} from '../../src/index.js';
import { type CalendarInput, type HorizonInput, readHorizon } from '../../src/testing/index.js';
import { addDays } from '../../src/testing/wallText.js';
import { calendar } from '../findings/clinic.js';

/** One calendar in Madrid, computed; `change` is for what documents do not say in text. */
export function computed(
  parts: Partial<CalendarInput>,
  asked: Partial<HorizonInput> = {},
  change: (read: Calendar) => Calendar = (read) => read,
): ComputedCalendar {
  const { from = '2026-10-05', through = from, now = `${addDays(from, -2)}T00:00:00Z` } = asked;
  const document = { version: 1, timezone: 'Europe/Madrid', calendars: [calendar(parts)] };
  const [read] = parseDocument(document)._unsafeUnwrap().calendars;
  if (read === undefined) throw new Error('the document has one calendar');
  const horizon = readHorizon({ from, through, now })._unsafeUnwrap();
  return computeCalendar(change(read), horizon, horizon.now);
}

/** `05 09:00`: the day of the month and the time of day of each start. */
export function starts({ calendar: { timezone }, slots }: ComputedCalendar): readonly string[] {
  const iso = instantFormatter(zoneOf(timezone));
  return slots.map(({ start }) => iso(start).slice(8, 16).replace('T', ' '));
}
