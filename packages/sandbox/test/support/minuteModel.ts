import type { Profile } from '../../src/options/behaviour.js';

/** The dates that the model knows, all at +02:00 in the default seed's zone. */
export const DATES = ['2030-05-16', '2030-05-17'] as const;
export type ModelDate = (typeof DATES)[number];

export interface ModelPeriod {
  readonly date: ModelDate;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  /** Durations by address service id; none clears. */
  readonly services: readonly { readonly id: string; readonly duration: number }[];
}

interface ModelSpan {
  readonly id: string;
  readonly date: ModelDate;
  readonly from: number;
  readonly to: number;
}

/** Another idea of a calendar: what every single minute of a day belongs to. */
export interface MinuteModel {
  readonly profile: Profile;
  readonly minutes: Record<ModelDate, (ModelPeriod | null)[]>;
  breaks: ModelSpan[];
  bookings: ModelSpan[];
  /** Bodies that were accepted less than three minutes ago. */
  recentPuts: { readonly body: string; readonly at: number }[];
  clock: number;
}

const emptyDay = () => Array.from({ length: 1440 }, (): ModelPeriod | null => null);

export function newModel(profile: Profile): MinuteModel {
  const minutes = { [DATES[0]]: emptyDay(), [DATES[1]]: emptyDay() };
  return { profile, minutes, breaks: [], bookings: [], recentPuts: [], clock: 0 };
}

export function clearDate(model: MinuteModel, date: ModelDate): void {
  model.minutes[date] = emptyDay();
}

export function writePeriods(model: MinuteModel, periods: readonly ModelPeriod[]): void {
  if (model.profile === 'strict') for (const { date } of periods) clearDate(model, date);
  for (const period of periods) {
    const owner = period.services.length === 0 ? null : { ...period };
    model.minutes[period.date].fill(owner, period.from, period.to);
  }
}

function isFree(
  model: MinuteModel,
  date: ModelDate,
  minute: number,
  except: string | null,
): boolean {
  return ![...model.breaks, ...model.bookings].some(
    (span) => span.id !== except && span.date === date && span.from <= minute && minute < span.to,
  );
}

function fits(
  model: MinuteModel,
  date: ModelDate,
  from: number,
  duration: number,
  except: string | null,
): boolean {
  const owner = model.minutes[date][from];
  const visit = Array.from({ length: duration }, (_, index) => from + index);
  return visit.every(
    (minute) => model.minutes[date][minute] === owner && isFree(model, date, minute, except),
  );
}

function isOnGrid(period: ModelPeriod, minute: number): boolean {
  const durations = period.services.map((service) => service.duration);
  const divisors = Array.from({ length: Math.min(...durations) }, (_, index) => index + 1);
  const cell = Math.max(...divisors.filter((step) => durations.every((each) => each % step === 0)));
  return (minute - period.from) % cell === 0;
}

/** Ids of services that can be booked at this minute. */
export function offered(
  model: MinuteModel,
  date: ModelDate,
  minute: number,
  except: string | null,
): readonly string[] {
  const owner = model.minutes[date][minute];
  if (owner === null || owner === undefined || !isOnGrid(owner, minute)) return [];
  return owner.services
    .filter((service) => fits(model, date, minute, service.duration, except))
    .map((service) => service.id);
}

/** What getSlots should show: `2030-05-16 09:00 1001,1002`. */
export function expectedSlots(model: MinuteModel): readonly string[] {
  return DATES.flatMap((date) =>
    model.minutes[date].flatMap((_, minute) => {
      const ids = offered(model, date, minute, null);
      return ids.length === 0 ? [] : [`${date} ${clockTime(minute)} ${ids.join(',')}`];
    }),
  );
}

/** Minutes since midnight as `09:05`. */
function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export function timestamp(date: ModelDate, minute: number): string {
  return `${date}T${clockTime(minute)}:00+02:00`;
}
