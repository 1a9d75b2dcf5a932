import { notCommercial } from '../answers/refusal.js';
import type { Address } from '../state/sandboxState.js';

/** 422 where a calendar cannot be active; otherwise the address with a calendar, created if it was missing. */
export function withActiveCalendar(address: Address): Address {
  if (address.commercialType === 'basic') throw notCommercial(address.id);
  return address.calendar === 'missing' ? { ...address, calendar: 'enabled' } : address;
}
