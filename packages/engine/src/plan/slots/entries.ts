import type { Configuration, WorkPeriod } from '../../calendar/configuration.js';
import type { Insurance, InsuranceAccepted } from '../../document/clinic.js';
import type { IntervalSet } from '../../interval/set.js';
import type { DateSpan } from '../../time/horizon.js';
import type { Instant } from '../../time/units.js';

/** One member of `slots` in the body of replaceSlots, as sent. */
export interface SlotsEntry {
  /** With the zone's offset, `2026-10-05T09:00:00+02:00`. */
  readonly start: string;
  /** On the same local date. */
  readonly end: string;
  /** Empty: whatever is in the range is removed. */
  readonly address_services: readonly AddressServiceEntry[];
  /** Absent: nothing is said about insurance. */
  readonly insurance_accepted?: InsuranceAccepted;
  /** Docplanner's ids. */
  readonly insurance_providers?: readonly number[];
  /** Undocumented; the public page needs it to offer a plan. */
  readonly insurance_plans?: readonly number[];
}

/** A service as Docplanner gets it. */
export interface AddressServiceEntry {
  /** Docplanner's id of it. */
  readonly address_service_id: string;
  /** Minutes. */
  readonly duration: number;
}

/** All entries of one local date, sorted by start, never overlapping. */
export interface DateEntries {
  readonly date: DateSpan;
  readonly entries: readonly SlotsEntry[];
}

/** The work periods of one local date with their entries. */
export interface DateWork extends DateEntries {
  /** As many as there are entries, in the same order. */
  readonly periods: readonly WorkPeriod[];
}

const NOTHING: readonly AddressServiceEntry[] = [];

/** What each date publishes: the entries of its work periods and nothing else. */
export function workEntries(
  dates: readonly DateSpan[],
  published: readonly WorkPeriod[],
  iso: (instant: Instant) => string,
): readonly DateWork[] {
  const entryOf = entryMaker();
  let next = 0;
  return dates.map((date) => {
    const periods: WorkPeriod[] = [];
    const entries: SlotsEntry[] = [];
    for (; ; next += 1) {
      const period = published[next];
      if (period === undefined || period.start >= date.end) break;
      const { start, end, configuration } = period;
      periods.push(period);
      entries.push(entryOf(configuration)(iso(start), iso(end)));
    }
    return { date, periods, entries };
  });
}

/** A date's work periods, and clearing entries for the time that is given, which is in none of them. */
export function withCleared(
  { periods, entries: work }: DateWork,
  cleared: IntervalSet<Instant>,
  iso: (instant: Instant) => string,
): readonly SlotsEntry[] {
  const entries: SlotsEntry[] = [];
  let next = 0;
  const clearUntil = (limit: number): void => {
    for (; ; next += 1) {
      const clear = cleared[next];
      if (clear === undefined || clear.start >= limit) break;
      const { start, end } = clear;
      entries.push({ start: iso(start), end: iso(end), address_services: NOTHING });
    }
  };
  work.forEach((entry, index) => {
    clearUntil(periods[index]?.start ?? 0);
    entries.push(entry);
  });
  clearUntil(Number.POSITIVE_INFINITY);
  return entries;
}

type NewEntry = (start: string, end: string) => SlotsEntry;

/** Entries of equal configuration share their lists. */
function entryMaker(): (configuration: Configuration) => NewEntry {
  const known = new Map<Configuration, NewEntry>();
  return (configuration) => {
    const entry = known.get(configuration) ?? newEntry(configuration);
    known.set(configuration, entry);
    return entry;
  };
}

function newEntry({ services, insurance }: Configuration): NewEntry {
  const address_services = services.map(({ addressServiceId, duration }) => ({
    address_service_id: addressServiceId,
    duration,
  }));
  if (insurance === undefined) return (start, end) => ({ start, end, address_services });
  const wire = wireInsurance(insurance);
  return (start, end) => ({ start, end, address_services, ...wire });
}

function wireInsurance({ accepted, providers, plans }: Insurance): Partial<SlotsEntry> {
  return {
    insurance_accepted: accepted,
    ...(providers.length === 0 ? {} : { insurance_providers: providers }),
    ...(plans.length === 0 ? {} : { insurance_plans: plans }),
  };
}
