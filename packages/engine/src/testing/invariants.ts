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
  readonly law:
    | 'periods-never-overlap'
    | 'a-period-lies-in-one-date'
    | 'a-period-has-a-slot-without-hidden-time'
    | 'a-slot-is-inside-a-period'
    | 'a-slot-meets-no-blocked-time'
    | 'a-slot-is-explained-as-bookable'
    | 'a-first-sync-tiles-every-date';
  readonly message: string;
}

/**
 * The laws that every computed calendar keeps, whatever the document; none is returned if all hold.
 * Run it on your own documents: `expect(violations(computeCalendar(…))).toEqual([])`.
 *
 * @example
 * const asked = { now: '2026-10-20T08:00:00Z', from: '2026-10-22', through: '2026-10-28' };
 * const { now, ...dates } = readHorizon(asked)._unsafeUnwrap();
 * fc.sample(clinicDocument())
 *   .flatMap((input) => parseDocument(input)._unsafeUnwrap().calendars)
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
