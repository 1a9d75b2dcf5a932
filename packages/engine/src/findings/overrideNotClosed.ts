import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { overrideFinder, type PlacedWindow } from '../calendar/windows.js';
import { meets } from '../interval/set.js';
import { formatDate } from '../time/date.js';
import type { DateSpan } from '../time/horizon.js';
import { type Finding, finding, timeText } from './finding.js';

/** override-not-closed: a window of a date before goes on into a date that an override leaves without windows. */
export function overridesNotClosed(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, dates, closed, placedWindows } = detailed;
  const overrideOn = overrideFinder(calendar);
  const empty = dates.filter(
    (date) => overrideOn(date.date)?.windows.length === 0 && !meets(closed, date),
  );
  return [...goingOn(placedWindows, empty)].map(([{ date, start, end }, windows]) => {
    const until = windows.reduce((last, each) => (each.end > last ? each.end : last), start);
    const time = { start, end: until < end ? until : end };
    const sources = [...new Set(windows.map(({ template }) => template))]
      .sort((a, b) => a.rank - b.rank)
      .map(({ source }) => source);
    const ids = [formatDate(date), ...new Set(sources)];
    const message = `The override of ${formatDate(date)} has no windows, but windows of ${ids.slice(1).join(' and ')} go on from a date before (${timeText(time, zone)}): add a closure, or an override of that date before.`;
    return finding('override-not-closed', calendar.id, time, ids, message);
  });
}

/** The windows of dates before that go on into each of some dates. */
function goingOn(
  windows: readonly PlacedWindow[],
  dates: readonly DateSpan[],
): ReadonlyMap<DateSpan, readonly PlacedWindow[]> {
  const found = new Map<DateSpan, PlacedWindow[]>();
  if (dates.length === 0) return found;
  for (const window of windows) {
    if (window.replaced || window.start >= window.end) continue;
    for (const date of dates) {
      if (window.date >= date.date || window.end <= date.start || window.start >= date.end)
        continue;
      const known = found.get(date);
      if (known === undefined) found.set(date, [window]);
      else known.push(window);
    }
  }
  return found;
}
