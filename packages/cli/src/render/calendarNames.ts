import type { NamedCalendar } from '@slotwright/adapter';
import type { ComputedCalendar, SyncPlan } from '@slotwright/engine';

/** Finds a calendar of a plan by its id, with its zone and the names of its services. */
export type CalendarNames = (id: string) => NamedCalendar;

/** Zones are those of the plans, names those of the calendars that they were made from: none of a plan file. */
export function calendarNames(
  plans: readonly Pick<SyncPlan, 'calendar' | 'timezone'>[],
  computed: readonly ComputedCalendar[],
): CalendarNames {
  const services = new Map(
    computed.map(({ calendar }): [string, NamedCalendar['services']] => [
      calendar.id,
      calendar.services,
    ]),
  );
  const known = new Map(
    plans.map(({ calendar: id, timezone }): [string, NamedCalendar] => [
      id,
      { id, timezone, services: services.get(id) ?? [] },
    ]),
  );
  return (id) => known.get(id) ?? { id, timezone: '', services: [] };
}
