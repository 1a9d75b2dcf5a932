import { slotsFrom, slotsOf } from '../calendar/slots.js';
import { unbookedCalendar } from '../calendar/unbookedCalendar.js';
import type { ClinicDocumentInput } from '../document/reader/documentRecord.js';
import { parseDocument } from '../document/reader/parseDocument.js';
import { union } from '../interval/set.js';
import { zoneOf } from '../time/zone.js';
import type { ShownCalendar } from './shownCalendar.js';
import type { ShownDate } from './shownDate.js';

type CalendarInput = ClinicDocumentInput['calendars'][number];
type Written = Pick<CalendarInput, 'services' | 'schedules' | 'overrides' | 'closures'>;

const PLACE = { id: 'inferred', facilityId: '1', doctorId: '1', addressId: '1' };

/** The dates on which what is written does not show what is shown: it is read and computed like any document. */
export function wrongDates(
  { services, schedules, overrides, closures }: Written,
  { timezone, hidden, now }: ShownCalendar,
  dates: readonly ShownDate[],
): readonly ShownDate[] {
  const [first, last] = [dates[0], dates.at(-1)];
  const isShown = dates.filter(({ starts }) => starts.size > 0);
  if (services.length === 0 || first === undefined || last === undefined) return isShown;
  const own = { ...PLACE, services, schedules, overrides, closures };
  const [calendar] = parseDocument({ version: 1, timezone, calendars: [own] })
    .map((document) => document.calendars)
    .unwrapOr([]);
  if (calendar === undefined) return dates;
  const horizon = { from: first.span.date, through: last.span.date };
  const { basePeriods } = unbookedCalendar(calendar, zoneOf(timezone), horizon);
  const slots = slotsFrom(slotsOf(basePeriods, union(hidden)), now);
  let next = 0;
  return dates.filter(({ span, starts }) => {
    let found = 0;
    let isRight = true;
    for (let slot = slots[next]; slot !== undefined && slot.start < span.end; slot = slots[next]) {
      const services = starts.get(slot.start - span.start);
      const ids = services?.map(({ addressServiceId }) => addressServiceId) ?? [];
      if (ids.join() !== slot.addressServiceIds.join()) isRight = false;
      found += 1;
      next += 1;
    }
    return !isRight || found !== starts.size;
  });
}
