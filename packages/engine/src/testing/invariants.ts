import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import type { WorkPeriod } from '../calendar/configuration.js';
import { explain } from '../explain/explain.js';
import { overlaps } from '../interval/interval.js';
import { firstEndingAfter } from '../interval/set.js';
import { NOTHING_KNOWN } from '../plan/known.js';
import { syncPlan } from '../plan/syncPlan.js';
import { instantFormatter } from '../time/formatter.js';
import { plus } from '../time/units.js';
import { zoneOf } from '../time/zone.js';

/** A law that a computed calendar does not keep, and where. */
export interface Violation {
  /** Its name says what should hold. */
  readonly law: /** Base periods among themselves, and work periods among themselves. */
    | 'periods-never-overlap'
    /** A period ends a minute before its local date does, or earlier: Docplanner API, section 9.2. */
    | 'a-period-lies-in-one-date'
    /** A work period is at least as long as its shortest service. */
    | 'a-period-has-a-slot-without-hidden-time'
    /** A visit begins and ends in one work period, which offers its service. */
    | 'a-slot-is-inside-a-period'
    /** A visit overlaps no break and no booking. */
    | 'a-slot-meets-no-blocked-time'
    /** `explain` calls every slot bookable. */
    | 'a-slot-is-explained-as-bookable'
    /** What a first sync sends of a date begins with it, has no gap, and ends a minute before it does. */
    | 'a-first-sync-tiles-every-date';
  /** The period, the service and start, or the missing start: times with the offset of the calendar's zone. */
  readonly message: string;
}

/**
 * The laws that every computed calendar keeps, whatever the document; none is returned if all hold.
 * Run it on your own documents: `expect(violations(computeCalendar(…))).toEqual([])`.
 *
 * @example
 * const asked = { now: '2026-10-20T08:00:00Z', from: '2026-10-22', through: '2026-10-28' };
 * const { now, ...dates } = unwrap(readHorizon(asked));
 * fc.sample(clinicDocument())
 *   .flatMap((input) => unwrap(parseDocument(input)).calendars)
 *   .flatMap((each) => violations(computeCalendar(each, dates, now)))
 * // => []
 */
export function violations(result: ComputedCalendar): readonly Violation[] {
  return [...periodViolations(result), ...slotViolations(result), ...tilingViolations(result)];
}

function periodViolations(result: ComputedCalendar): readonly Violation[] {
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  const say = (law: Violation['law'], { start, end }: WorkPeriod): Violation => ({
    law,
    message: `${iso(start)} to ${iso(end)}`,
  });
  return [result.basePeriods, result.workPeriods].flatMap((periods) =>
    periods.flatMap((period, index) => {
      const found: Violation[] = [];
      const next = periods[index + 1];
      const date = firstEndingAfter(result.dates, period.start);
      if (next !== undefined && next.start < period.end) {
        found.push(say('periods-never-overlap', period));
      }
      if (date === undefined || period.start < date.start || period.end > date.end - 1) {
        found.push(say('a-period-lies-in-one-date', period));
      }
      if (
        periods === result.workPeriods &&
        period.end - period.start < period.configuration.shortest
      ) {
        found.push(say('a-period-has-a-slot-without-hidden-time', period));
      }
      return found;
    }),
  );
}

function slotViolations(result: ComputedCalendar): readonly Violation[] {
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  return result.slots.flatMap(({ start, addressServiceIds }) =>
    addressServiceIds.flatMap((service) => {
      const found: Violation[] = [];
      const message = `service ${service} at ${iso(start)}`;
      const period = firstEndingAfter(result.workPeriods, start);
      const offered = period?.configuration.services.find(
        ({ addressServiceId }) => addressServiceId === service,
      );
      const visit = { start, end: plus(start, offered?.duration ?? 0) };
      if (
        period === undefined ||
        offered === undefined ||
        start < period.start ||
        visit.end > period.end
      ) {
        found.push({ law: 'a-slot-is-inside-a-period', message });
      }
      if (result.blocked.some((time) => overlaps(time, visit))) {
        found.push({ law: 'a-slot-meets-no-blocked-time', message });
      }
      if (explain(result, start, service).type !== 'bookable') {
        found.push({ law: 'a-slot-is-explained-as-bookable', message });
      }
      return found;
    }),
  );
}

function tilingViolations(result: ComputedCalendar): readonly Violation[] {
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  const law = 'a-first-sync-tiles-every-date';
  const { steps } = syncPlan(result, NOTHING_KNOWN, undefined, { type: 'one-request' });
  const entries = steps.flatMap((step) => (step.type === 'replace-slots' ? step.body.slots : []));
  let next = 0;
  return result.dates.flatMap(({ start, end }): Violation[] => {
    const last = iso(plus(end, -1));
    let open = iso(start);
    while (open !== last) {
      const entry = entries[next];
      if (entry?.start !== open) return [{ law, message: `nothing starts at ${open}` }];
      open = entry.end;
      next += 1;
    }
    return [];
  });
}
