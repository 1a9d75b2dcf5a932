import { parseDocument } from '../../src/document/reader/parseDocument.js';
import {
  type CalendarInput,
  type HorizonInput,
  readHorizon,
  type ScheduleInput,
} from '../../src/testing/index.js';
import { addDays } from '../../src/testing/wallText.js';
import { type NaivePeriod, type NaivePlan, type NaiveRange, naivePlan } from './model.js';

type Parts = Partial<CalendarInput> & { readonly schedules: readonly ScheduleInput[] };

/** The plan of one calendar with one service of 30 minutes, unless the parts say otherwise. */
export function planOf(parts: Parts, dates: Partial<HorizonInput> = {}): NaivePlan {
  const { from = '2026-10-05', through = from, now = `${addDays(from, -1)}T00:00:00Z` } = dates;
  const calendar = {
    id: 'calendar',
    facilityId: '11',
    doctorId: '22',
    addressId: '33',
    services: [{ addressServiceId: 'A', duration: 30 }],
    ...parts,
  };
  const document = { version: 1, timezone: 'Europe/Madrid', calendars: [calendar] };
  const horizon = readHorizon({ from, through, now })._unsafeUnwrap();
  const [parsed] = parseDocument(document)._unsafeUnwrap().calendars;
  if (parsed === undefined) throw new Error('the document has one calendar');
  return naivePlan(parsed, horizon, horizon.now);
}

/** `05 09:00`: the day of the month and the clock. */
const short = (iso: string): string => iso.slice(8, 16).replace('T', ' ');
const rangeText = ({ startIso, endIso }: NaiveRange): string =>
  `${short(startIso)}-${endIso.slice(11, 16)}`;
const periodText = (period: NaivePeriod): string => {
  const services = period.services.map(({ id, duration }) => `${id}:${duration}`).join(' ');
  const insurance = period.insurance?.providers.join(',');
  return `${rangeText(period)} ${services}${insurance === undefined ? '' : ` [${insurance}]`}`;
};

export const base = (plan: NaivePlan): readonly string[] =>
  plan.days.flatMap((day) => day.base.map(periodText));
/** `05 09:00-14:00 A:30`: start, end, services with durations, insurance providers. */
export const published = (plan: NaivePlan): readonly string[] =>
  plan.days.flatMap((day) => day.published.map(periodText));
export const clears = (plan: NaivePlan): readonly string[] =>
  plan.days.flatMap((day) => day.clears.map(rangeText));
/** `05 09:00 A`: start and the services that can be booked. */
export const slots = (plan: NaivePlan): readonly string[] =>
  plan.days.flatMap((day) =>
    day.slots.map(({ startIso, serviceIds }) => `${short(startIso)} ${serviceIds.join(' ')}`),
  );
/** `01:00+02:00` */
export const starts = (plan: NaivePlan): readonly string[] =>
  plan.days.flatMap((day) =>
    day.slots.map(({ startIso }) => startIso.slice(11, 16) + startIso.slice(19)),
  );
/** Days of the month on which something is bookable. */
export const openDays = (plan: NaivePlan): readonly string[] => [
  ...new Set(slots(plan).map((slot) => slot.slice(0, 2))),
];

/** One window: `2026-10-05T09:00/14:00`, or with a full time as its end. */
export function schedule(times: string, more: Partial<ScheduleInput> = {}): ScheduleInput {
  const [start = '', end = ''] = times.split('/');
  return {
    id: times + JSON.stringify(more),
    start,
    end: end.length === 5 ? `${start.slice(0, 11)}${end}` : end,
    ...more,
  };
}
