import type { SyncPlan, Zone } from '@slotwright/engine';
import type { CalendarRecord } from '../../state/calendarRecord.js';
import type { CalendarView } from '../verify/calendarView.js';
import { type NamedDate, namedDates } from '../verify/dates.js';

/** The dates of a plan, and those that an earlier run sent and nobody has seen since. */
export function unverifiedDates(
  record: CalendarRecord,
  plan: Pick<SyncPlan, 'expected'>,
  view: CalendarView | undefined,
  zone: Zone | undefined,
): readonly NamedDate[] {
  const expected = expectedDates(plan);
  const seen = new Set([...expected, ...(view?.confirmed ?? [])]);
  return [
    ...namedDates(expected, zone),
    ...unsettledDates(record, zone).filter(({ date }) => !seen.has(date)),
  ];
}

export function expectedDates({ expected }: Pick<SyncPlan, 'expected'>): readonly string[] {
  return expected.map(({ date }) => date);
}

/** The dates that were sent and have not been seen for certain. */
export function unsettledDates(
  { unsettled }: CalendarRecord,
  zone: Zone | undefined,
): readonly NamedDate[] {
  return namedDates(Object.keys(unsettled), zone);
}
