import type { Calendar } from '../document/clinic.js';
import { sortedByStart } from '../interval/sort.js';
import { dateSpans, type Horizon, lastDateWithinReach } from '../time/horizon.js';
import { type Instant, plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { basePeriods } from './basePeriods.js';
import { blockedTime, bookedTimes, breakTimes } from './blocked.js';
import { breaksToSend } from './breaksToSend.js';
import { closedTime, openWindows } from './closed.js';
import type { CalendarFacts } from './computedCalendar.js';
import { serviceAvailability } from './services.js';
import { slotsOf } from './slots.js';
import { windowsOf } from './windows.js';
import { publishedPeriods } from './workPeriods.js';

/** Takes a calendar all the way from its rules to its slots. The one place where the steps meet. */
export function calendarFacts(calendar: Calendar, requested: Horizon, now: Instant): CalendarFacts {
  const zone = zoneOf(calendar.timezone);
  const horizon = withinReach(requested, lastDateWithinReach(zone, now));
  const dates = dateSpans(zone, horizon);
  const start = zone.startOf(horizon.from);
  const span = { start, end: dates.at(-1)?.end ?? start };

  const { windows, odd, emptySchedules } = windowsOf(calendar, zone, horizon, span);
  const open = openWindows(windows, closedTime(calendar, zone, span));
  const breaks = breakTimes(calendar, zone, horizon, span);
  const booked = bookedTimes(calendar, zone, span);
  const blocked = sortedByStart([...breaks, ...booked]);
  const { all, carved, hidden } = blockedTime(blocked);

  const base = basePeriods(open, dates);
  const workPeriods = publishedPeriods(base, carved);
  return {
    calendar,
    zone,
    horizon,
    dates,
    span,
    windows: open,
    odd,
    emptySchedules,
    availability: serviceAvailability(open),
    basePeriods: base,
    workPeriods,
    slots: slotsOf(workPeriods, hidden),
    blocked,
    blockedTime: all,
    breaks,
    booked,
    breaksToSend: breaksToSend(blocked, workPeriods),
  };
}

/** Cut at the last date that Docplanner takes; `through` is before `from` if nothing is left. */
function withinReach({ from, through }: Horizon, last: Horizon['through']): Horizon {
  if (through <= last) return { from, through };
  return { from, through: last < from ? plus(from, -1) : last };
}
