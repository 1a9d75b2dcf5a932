/** Messages of the API by which calls decide. */
export const MESSAGE = {
  objectNotFound: 'Object not found',
  calendarMissing: 'Calendar does not exist',
  noSlots: 'No slots found on given address',
  noNotifications: 'No notifications found',
  invalidBreakId: 'Invalid break ID',
  sameDateRange: 'Same Date Range',
  severalDays: 'Slots comes from different days',
  facilityHidden: 'You are not authorized to see this facility',
  doctorHidden: 'You are not authorized to see this doctor',
  addressHidden: 'You are not authorized to see this address',
  addressOfOtherFacility: 'This address does not belong to this facility',
  addressOfOtherDoctor: 'This address does not belong to this doctor',
} as const;

/**
 * Every form of message that the API documents (Docplanner API, sections 1 to 12), field texts included:
 * `{n}` stands for numbers, `{t}` for a date or time.
 */
const FORMS: readonly string[] = [
  ...Object.values(MESSAGE),
  'Authentication credentials could not be found.',
  'Invalid credentials.',
  'Invalid arguments',
  'Validation error message',
  `Validation error message, e.g.: ${MESSAGE.severalDays}`,
  'You are not authorized to make changes on this calendar',
  'You are not authorized to use this feature',
  'You are not allowed to use this method',
  'Integration is not authorized for this address',
  'Slot not found',
  'Service does not exist',
  'Service does not belong to the address',
  'This service does not belong to this address',
  'The address service you are trying to add already exists in the system',
  'Provided insurance provider ID not found in dictionary',
  'Could not enable calendar on disabled address',
  'Calendar already enabled',
  'Calendar already disabled',
  'Calendar not found for this address',
  'Cannot activate calendar on address {n}, profile/address is not commercial',
  'Date range must not exceed 180 days',
  'Address service does not exist',
  'End date should be less than or equal to {t}.',
  'The end date must be at least 1 minute after the start date',
  'Slot for date range {t} - {t} exceeds a single day boundary',
  "Insurance provider(s) with id ({n}) not found for address id ({n})'",
  'Slot requires insurance (with-insurance-only), but insurance providers are missing',
  'Insurance providers are not supported. Slot does not allow insurances (without-insurance-only)',
  'Unable to book a visit for this address',
  'Unable to cancel a visit for this address',
  'Unable to perform booking. Requested target slot ({t}) not found',
  'Unable to perform booking. Slot ({t}) does not support service {n}',
  'Invalid date given.',
  'Invalid date range',
  'Param "since" is required!',
  'Param "till" is required!',
  'Till ({t}) cannot be set before since ({t})',
  'Break for given address, date range and description exists',
  'Address does not exist',
  'This booking does not belong to this address',
  'The visit has already been canceled or moved',
  'Visit {n} cannot be canceled because it is not booked',
  'Visit has already been confirmed',
  'Visit has been canceled',
  'Visit has been deleted',
  'Visit is in the past',
  'Visit is in the future',
  'Visit is marked as canceled',
  'Visit not found',
  'This visit does not belong to this doctor',
  'Doctor is not related with facility',
  'Opinion already exists',
  'Cannot send request',
];

const PARTS = { '{n}': String.raw`\d[\d, ]{0,99}`, '{t}': String.raw`\d[\dT:+., Z-]{0,39}` };
const ESCAPED = /[.*+?^$()|[\]\\]/g;

const DOCUMENTED = new RegExp(
  `^(?:${FORMS.map((form) =>
    form
      .replace(ESCAPED, String.raw`\$&`)
      .replace(/\{[nt]\}/g, (part) => (part === '{n}' ? PARTS['{n}'] : PARTS['{t}'])),
  ).join('|')})$`,
);

/** Fields of request bodies, as `errors` names them. */
const FIELD =
  /^(?:slots(?:\[\d{1,6}\])?\.?)?(?:|start|end|minimumDifferenceBetweenDates|address_services(?:\[\d{1,6}\])?(?:\.(?:address_service_id|duration))?|insurance_accepted|insurance_providers(?:\[\d{1,6}\])?|insurance_plans(?:\[\d{1,6}\])?|since|till|description|address_service_id|address_id|duration|reason)$/;

const MAX_MESSAGE_LENGTH = 200;

/**
 * A message of a server as it may be repeated: as it is if it has a documented form. Any other may hold
 * anything, a patient or a secret too: only its length is told.
 */
export function repeatableMessage(text: string): string {
  const message = text.trim();
  if (message === '') return '';
  if (message.length <= MAX_MESSAGE_LENGTH && DOCUMENTED.test(message)) return message;
  return `an undocumented message (${message.length} characters)`;
}

/** The same for the path of a field. */
export function repeatableField(path: string): string {
  return FIELD.test(path) ? path : `an undocumented field (${path.length} characters)`;
}

/** True if a message says nothing that is documented, or nothing at all. */
export function saysNothing(repeatable: string): boolean {
  return repeatable === '' || repeatable.startsWith('an undocumented message (');
}
