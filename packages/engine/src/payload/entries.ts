import type { DateSpan } from '../availability/horizon.js';
import type { InsuranceAccepted } from '../document/clinic.js';
import type { Configuration, WorkPeriod } from '../periods/configuration.js';
import { type Instant, plus } from '../time/units.js';

/** One member of `slots` in the body of replaceSlots, as sent. */
export interface SlotsEntry {
  /** With the zone's offset, `2026-10-05T09:00:00+02:00`. */
  readonly start: string;
  readonly end: string;
  /** Empty: whatever is in the range is removed. */
  readonly address_services: readonly AddressServiceEntry[];
  readonly insurance_accepted?: InsuranceAccepted;
  readonly insurance_providers?: readonly number[];
}

export interface AddressServiceEntry {
  readonly address_service_id: string;
  /** Minutes. */
  readonly duration: number;
}

/** All entries of one local date, sorted by start, never overlapping. */
export interface DateEntries {
  readonly date: DateSpan;
  readonly entries: readonly SlotsEntry[];
}

const NOTHING: readonly AddressServiceEntry[] = [];

/**
 * The entries of a first sync, when nothing is known of what Docplanner has: each date's work periods,
 * and clearing entries for all other time until the date's last minute (23:59).
 *
 * Law: the entries of a date tile it exactly, from its first instant to its last minute.
 */
export function firstSyncEntries(
  dates: readonly DateSpan[],
  published: readonly WorkPeriod[],
  iso: (instant: Instant) => string,
): readonly DateEntries[] {
  const wire = wireConfigurations();
  let next = 0;
  return dates.map((date) => {
    const entries: SlotsEntry[] = [];
    const clear = (start: Instant, end: Instant): void => {
      if (start < end)
        entries.push({ start: iso(start), end: iso(end), address_services: NOTHING });
    };
    let open = date.start;
    for (; ; next += 1) {
      const period = published[next];
      if (period === undefined || period.start >= date.end) break;
      clear(open, period.start);
      entries.push({
        start: iso(period.start),
        end: iso(period.end),
        ...wire(period.configuration),
      });
      open = period.end;
    }
    clear(open, plus(date.end, -1));
    return { date, entries };
  });
}

type WireConfiguration = Omit<SlotsEntry, 'start' | 'end'>;

/** Entries of equal configuration share their lists. */
function wireConfigurations(): (configuration: Configuration) => WireConfiguration {
  const known = new Map<Configuration, WireConfiguration>();
  return (configuration) => {
    const existing = known.get(configuration);
    if (existing !== undefined) return existing;
    const { services, insurance } = configuration;
    const wire: WireConfiguration = {
      address_services: services.map(({ addressServiceId, duration }) => ({
        address_service_id: addressServiceId,
        duration,
      })),
      ...(insurance === undefined ? {} : { insurance_accepted: insurance.accepted }),
      ...(insurance === undefined || insurance.providers.length === 0
        ? {}
        : { insurance_providers: insurance.providers }),
    };
    known.set(configuration, wire);
    return wire;
  };
}
