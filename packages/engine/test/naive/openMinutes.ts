import type { Calendar } from '../../src/document/clinic.js';
import { insuranceKey } from './insurance.js';
import { type Range, runsWhere } from './range.js';
import type { Window } from './windows.js';

/** What is open at one minute. */
export interface OpenMinute {
  /** For each service of the calendar, in its order: its published duration, 0 where it is closed. */
  readonly durations: readonly number[];
  readonly insuranceKey: string;
}

/** Default or schedule's duration, plus the service's buffer; of several windows the longest counts. */
function publishedDuration(
  service: Calendar['services'][number],
  covering: readonly Window[],
): number {
  const durations = covering
    .flatMap(({ offers }) => offers)
    .filter(({ addressServiceId }) => addressServiceId === service.addressServiceId)
    .map(({ duration }) => duration + service.bufferAfter);
  return Math.max(0, ...durations);
}

/** Semantics 3: every minute of a date, by itself. */
export function openMinutes(
  calendar: Calendar,
  windows: readonly Window[],
  closed: boolean,
  day: Range,
): readonly OpenMinute[] {
  const near = windows.filter(({ start, end }) => start < day.end && end > day.start);
  const minutes: OpenMinute[] = [];
  for (let minute = day.start; minute < day.end; minute++) {
    const covering = near.filter(({ start, end }) => start <= minute && minute < end);
    const open = closed ? [] : covering;
    minutes.push({
      durations: calendar.services.map((service) => publishedDuration(service, open)),
      insuranceKey: insuranceKey(covering[0]?.insurance),
    });
  }
  return minutes;
}

/** Semantics 4.2: what ends where the next date starts ends a minute earlier. */
export function withoutLastMinute(minutes: readonly OpenMinute[]): readonly OpenMinute[] {
  return minutes.map((open, index) =>
    index + 1 === minutes.length ? { ...open, durations: open.durations.map(() => 0) } : open,
  );
}

/** Semantics 4.3: a service leaves every run of its minutes in which nobody could book it. */
export function withoutRunsThatAreTooShort(minutes: readonly OpenMinute[]): readonly OpenMinute[] {
  const whole = { start: 0, end: minutes.length };
  const serviceCount = minutes[0]?.durations.length ?? 0;
  const durationAt = (service: number, minute: number): number =>
    minutes[minute]?.durations[service] ?? 0;
  const kept = minutes.map(({ durations }) => [...durations]);
  for (let service = 0; service < serviceCount; service++) {
    for (const run of runsWhere(whole, (minute) => durationAt(service, minute) > 0)) {
      let shortest = Number.POSITIVE_INFINITY;
      for (let minute = run.start; minute < run.end; minute++) {
        shortest = Math.min(shortest, durationAt(service, minute));
      }
      if (run.end - run.start >= shortest) continue;
      for (const durations of kept.slice(run.start, run.end)) durations[service] = 0;
    }
  }
  return minutes.map((open, index) => ({ ...open, durations: kept[index] ?? [] }));
}
