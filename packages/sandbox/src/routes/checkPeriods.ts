import { Refusal } from '../answers/refusal.js';
import type { Behaviour } from '../options/behaviour.js';
import { overlaps, type WorkPeriod } from '../slots/workPeriod.js';
import type { Address } from '../state/sandboxState.js';
import { formatTimestamp, localDate } from '../time/zone.js';

const refuse = (message: string) => new Refusal(400, message);

function between(period: WorkPeriod, zone: string): string {
  return `${formatTimestamp(period.start, zone)} - ${formatTimestamp(period.end, zone)}`;
}

/** What replaceSlots asks of the periods together (Docplanner API, section 9.2); throws the first refusal. */
export function checkPeriods(
  address: Address,
  periods: readonly WorkPeriod[],
  behaviour: Behaviour,
): void {
  if (periods.length === 0 && behaviour.emptySlots === 'refused') {
    throw new Refusal(400, 'Invalid arguments', { slots: ['This value should not be blank.'] });
  }
  for (const period of periods) checkDay(address, period, behaviour);
  const dates = new Set(periods.map((period) => localDate(period.start, address.zone)));
  if (dates.size > 1 && behaviour.severalDays === 'refused') {
    throw refuse('Slots comes from different days');
  }
  if (behaviour.overlappingPeriods === 'refused') checkOverlaps(address, periods);
  for (const period of periods.filter((entry) => entry.services.length > 0)) {
    checkServices(address, period, behaviour);
    checkInsurance(address, period);
  }
}

function checkDay({ zone }: Address, period: WorkPeriod, behaviour: Behaviour): void {
  // A period that ends at midnight has its last millisecond, but not its end, on the day of its start.
  const last = behaviour.midnightEnd === 'accepted' ? period.end - 1 : period.end;
  if (localDate(last, zone) !== localDate(period.start, zone)) {
    throw refuse(`Slot for date range ${between(period, zone)} exceeds a single day boundary`);
  }
}

function checkOverlaps({ zone }: Address, periods: readonly WorkPeriod[]): void {
  const sorted = periods.toSorted((a, b) => a.start - b.start);
  const clash = sorted.find((period, index) => {
    const next = sorted[index + 1];
    return next !== undefined && overlaps(period, next);
  });
  if (clash !== undefined)
    throw refuse(`Slot for date range ${between(clash, zone)} overlaps another slot`);
}

function checkServices(address: Address, period: WorkPeriod, behaviour: Behaviour): void {
  const ids = period.services.map((service) => service.addressServiceId);
  if (!ids.every((id) => address.services.some((service) => service.id === id))) {
    throw refuse('Address service does not exist');
  }
  if (new Set(ids).size < ids.length && behaviour.repeatedService === 'refused') {
    throw refuse('Address service is repeated in one slot');
  }
}

function checkInsurance(address: Address, period: WorkPeriod): void {
  const { insuranceAccepted, insuranceProviders } = period;
  if (insuranceAccepted === 'with-insurance-only' && insuranceProviders.length === 0) {
    throw refuse(
      'Slot requires insurance (with-insurance-only), but insurance providers are missing',
    );
  }
  if (insuranceAccepted === 'without-insurance-only' && insuranceProviders.length > 0) {
    throw refuse(
      'Insurance providers are not supported. Slot does not allow insurances (without-insurance-only)',
    );
  }
  const assigned = address.insuranceProviders.map((provider) => provider.id);
  const unknown = insuranceProviders.filter((id) => !assigned.includes(id));
  if (unknown.length > 0) {
    // The stray quote is Docplanner's.
    throw refuse(
      `Insurance provider(s) with id (${unknown.join(', ')}) not found for address id (${address.id})'`,
    );
  }
}
