import { describeClientError } from '../http/error/describe.js';
import type { ImportError, SkippedAddress } from './importedClinic.js';

/**
 * One line for people.
 *
 * @example
 * describeImportError({ type: 'unknown-facility', facilityId: '9', known: ['1', '2'] })
 * // => 'the credentials reach no facility 9; they reach 1, 2'
 */
export function describeImportError(error: ImportError): string {
  switch (error.type) {
    case 'call-failed':
      return describeClientError(error.error);
    case 'unknown-facility':
      return `the credentials reach no facility ${error.facilityId}; they reach ${error.known.join(', ') || 'none'}`;
    case 'invalid-import-option':
      return `${error.option} must be ${error.expected}`;
    default:
      return error satisfies never;
  }
}

/**
 * Why an address is not in the document, for people.
 *
 * @example
 * const place = { facilityId: '1', doctorId: '2', addressId: '3', isOnlineOnly: false };
 * const names = { facility: 'Clinic', doctor: 'Ana Ruiz', address: 'Centro' };
 * describeSkipped({ ...place, ...names, reason: 'no-services' })
 * // => 'Ana Ruiz, Centro (address 3): it has no services that can be booked'
 */
export function describeSkipped({ reason, error, ...place }: SkippedAddress): string {
  const name = [place.doctor, place.address].filter((part) => part !== '').join(', ');
  const why =
    error === undefined ? WHY_SKIPPED[reason] : `it cannot be read: ${describeClientError(error)}`;
  return `${name} (address ${place.addressId}): ${why}`;
}

const WHY_SKIPPED = {
  'calendar-disabled': 'its calendar is disabled',
  'calendar-missing': 'it has no calendar',
  'no-services': 'it has no services that can be booked',
  'not-read': 'it cannot be read',
} as const satisfies Record<SkippedAddress['reason'], string>;
