/** How much a finding matters: only errors stop an apply, unless they are accepted. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every kind of finding and how much it matters; `error` keeps a plan from being applied.
 *
 * @example
 * SEVERITY['booking-overlap'] // => 'error'
 */
export const SEVERITY = {
  'accept-without-effect': 'info',
  'booking-duration-mismatch': 'info',
  'booking-not-bookable': 'info',
  'booking-off-grid': 'info',
  'booking-on-break': 'warning',
  'booking-outside-availability': 'warning',
  'booking-overlap': 'error',
  'booking-unknown-service': 'warning',
  'break-duplicate': 'error',
  'break-without-effect': 'info',
  'calendar-duplicate': 'error',
  'calendar-left-behind': 'error',
  'doctor-double-booked': 'error',
  'doctor-double-scheduled': 'warning',
  'dst-fold': 'info',
  'dst-gap': 'info',
  'exdate-without-effect': 'info',
  'grid-collapse': 'warning',
  'grid-shifted': 'info',
  'horizon-clipped': 'info',
  'midnight-clamped': 'info',
  'midnight-slot-lost': 'warning',
  'override-not-closed': 'warning',
  'schedule-duration-conflict': 'warning',
  'schedule-empty': 'info',
  'schedule-insurance-conflict': 'warning',
  'service-never-bookable': 'warning',
  'start-not-in-rule': 'info',
  'stranded-time': 'info',
} as const satisfies Record<string, Severity>;

/** What kind of finding it is; codes do not change. */
export type FindingCode = keyof typeof SEVERITY;

/** True if findings have such a code. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(SEVERITY, text);
}
