import type { PublishedService } from '../calendar/template.js';
import type { ClinicDocumentInput } from '../document/reader/documentRecord.js';
import type { DayOffer } from './dayOffer.js';
import type { ServiceList } from './serviceList.js';

type CalendarInput = ClinicDocumentInput['calendars'][number];
/** A service as people write it. */
type ServiceInput = CalendarInput['services'][number];
/** What a schedule offers, as people write it; undefined stands for everything. */
type OffersInput = NonNullable<CalendarInput['schedules']>[number]['services'];

/** The services of a calendar, and how its windows name them. */
export interface WrittenServices {
  /** With the duration that is said of each, or that each has in most windows; those of which nothing says it are left out. */
  readonly services: readonly ServiceInput[];
  readonly offersOf: (offered: readonly PublishedService[]) => OffersInput;
}

export function writeServices(
  { services: known }: ServiceList,
  offers: readonly DayOffer[],
): WrittenServices {
  const published = offers.flatMap(({ services }) => services);
  const services = known.flatMap(({ addressServiceId, name, duration: said }): ServiceInput[] => {
    const own = published.filter((each) => each.addressServiceId === addressServiceId);
    const durations = own.map((each): number => each.duration);
    const isSaid = said !== undefined && durations.includes(said);
    const duration = isSaid ? said : (mostFrequent(durations) ?? said);
    if (duration === undefined) return [];
    return [{ addressServiceId, ...(name === undefined ? {} : { name }), duration }];
  });
  const durations = new Map(services.map((each) => [each.addressServiceId, each.duration]));
  const isUsual = ({ addressServiceId: id, duration }: PublishedService): boolean =>
    durations.get(id) === duration;
  return {
    services,
    offersOf: (offered) =>
      offered.length === services.length && offered.every(isUsual)
        ? undefined
        : offered.map((each) => {
            const { addressServiceId, duration } = each;
            return isUsual(each) ? addressServiceId : { service: addressServiceId, duration };
          }),
  };
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
