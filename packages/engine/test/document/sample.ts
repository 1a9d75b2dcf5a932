/** A table row: what is wrong, the document, and the path of every error that it gives. */
export type Nonsense = readonly [what: string, document: unknown, ...paths: string[]];

type Keys = Readonly<Record<string, unknown>>;

/** `base` with keys replaced; a key that is replaced by undefined is left out. */
function changed(base: Keys, change: Keys): Keys {
  const entries = Object.entries({ ...base, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const SERVICES = [
  { addressServiceId: '10', name: 'First visit', duration: 30 },
  { addressServiceId: '20', duration: 20, bufferAfter: 5 },
];
const CALENDAR = { id: 'c', facilityId: '1', doctorId: '2', addressId: '3', services: SERVICES };
const DOCUMENT = { version: 1, timezone: 'Europe/Madrid', calendars: [CALENDAR] };
const SCHEDULE = {
  id: 's',
  start: '2026-10-05T09:00',
  end: '2026-10-05T14:00',
  rrule: 'FREQ=WEEKLY;BYDAY=MO',
};
const ONE_OFF = { id: 'b', start: '2026-11-10T13:00', end: '2026-11-10T14:00' };
const BOOKING = { id: 'k', start: '2026-11-10T09:30', duration: 30, addressServiceId: '10' };
const WINDOW = { start: '10:00', end: '12:00' };

/** The sample document, with some of its keys replaced. */
export const clinic = (change: Keys = {}) => changed(DOCUMENT, change);
export const calendar = (change: Keys) => changed(CALENDAR, change);
export const schedule = (change: Keys = {}) => changed(SCHEDULE, change);
export const oneOff = (change: Keys = {}) => changed(ONE_OFF, change);
export const booking = (change: Keys = {}) => changed(BOOKING, change);

export const withCalendar = (change: Keys) => clinic({ calendars: [calendar(change)] });
export const withService = (change: Keys) =>
  withCalendar({ services: [changed(SERVICES[0] ?? {}, change)] });
export const withSchedule = (change: Keys) => withCalendar({ schedules: [schedule(change)] });
export const withBreak = (change: Keys) => withCalendar({ breaks: [oneOff(change)] });
export const withBooking = (change: Keys) => withCalendar({ bookings: [booking(change)] });
export const withClosure = (closure: unknown) => withCalendar({ closures: [closure] });
export const withAccept = (change: Keys) =>
  withCalendar({ accept: [{ code: 'booking-off-grid', reason: 'seen', ...change }] });
export const withInsurance = (insurance: unknown) => withSchedule({ insurance });
export const withWindow = (change: Keys) =>
  withCalendar({ overrides: [{ date: '2026-11-03', windows: [changed(WINDOW, change)] }] });

/** The paths of what the functions above change. */
export const AT = {
  calendar: 'calendars[0]',
  service: 'calendars[0].services[0]',
  schedule: 'calendars[0].schedules[0]',
  break: 'calendars[0].breaks[0]',
  booking: 'calendars[0].bookings[0]',
  closure: 'calendars[0].closures[0]',
  override: 'calendars[0].overrides[0]',
  window: 'calendars[0].overrides[0].windows[0]',
} as const;
