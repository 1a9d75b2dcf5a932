import { type Interval, overlaps } from '../../src/interval/interval.js';
import type { Step } from '../../src/plan/step.js';
import type { BreakRequest, SlotsEntry } from '../../src/plan.js';
import type { DateSpan } from '../../src/time/horizon.js';

/** The two readings of what a PUT of slots removes before it writes. */
export const REACHES = ['ranges', 'whole-day'] as const;
export type Reach = (typeof REACHES)[number];

export type Time = Interval<number>;

export interface Period extends Time {
  /** Where its grid starts, also after its start has been cut off. */
  readonly anchor: number;
  readonly services: readonly { readonly id: string; readonly duration: number }[];
}

interface Break extends Time {
  readonly id: string;
  readonly description: string;
}

/** A Docplanner of one calendar, as small as can be: periods, breaks, and what can be booked. */
export interface Docplanner {
  readonly periods: readonly Period[];
  readonly breaks: readonly Break[];
  readonly bookings: readonly Time[];
  readonly nextId: number;
}

const minute = (text: string): number => Date.parse(text) / 60_000;

const time = ({ since, till }: Omit<BreakRequest, 'description'>): Time => ({
  start: minute(since),
  end: minute(till),
});

/** A Docplanner in which a doctor has entered some breaks, and some slots were once put. */
export function docplanner(breaks: readonly Time[], leftovers: readonly Time[] = []): Docplanner {
  const services = [{ id: '101', duration: 15 }];
  return {
    periods: leftovers.map((each) => ({ ...each, anchor: each.start, services })),
    breaks: breaks.map((each, index) => ({
      ...each,
      id: `doctor-${index}`,
      description: 'doctor',
    })),
    bookings: [],
    nextId: 1,
  };
}

export interface Answer {
  readonly state: Docplanner;
  readonly breakId: string | undefined;
}

/** Carries out one step, as Docplanner would: what it would refuse is an error. */
export function call(
  state: Docplanner,
  step: Step,
  reach: Reach,
  dates: readonly DateSpan[],
): Answer {
  const { periods, breaks, nextId } = state;
  switch (step.type) {
    case 'create-break': {
      const added = { ...time(step.body), description: step.body.description };
      const same = breaks.some(
        (each) =>
          each.start === added.start &&
          each.end === added.end &&
          each.description === added.description,
      );
      if (same) throw new Error('409 Break for given address, date range and description exists');
      const breakId = `ours-${nextId}`;
      return {
        state: { ...state, breaks: [...breaks, { ...added, id: breakId }], nextId: nextId + 1 },
        breakId,
      };
    }
    case 'move-break': {
      const found = breaks.find(({ id }) => id === step.known.id);
      if (found === undefined) throw new Error('404 Invalid break ID');
      const to = time(step.body);
      if (found.start === to.start && found.end === to.end) throw new Error('422 Same Date Range');
      const moved = breaks.map((each) => (each === found ? { ...each, ...to } : each));
      return { state: { ...state, breaks: moved }, breakId: undefined };
    }
    case 'delete-break': {
      const left = breaks.filter(({ id }) => id !== step.known.id);
      if (left.length === breaks.length) throw new Error('404 Invalid break ID');
      return { state: { ...state, breaks: left }, breakId: undefined };
    }
    case 'replace-slots': {
      const ranges = step.body.slots.map(({ start, end }) => time({ since: start, till: end }));
      const cut =
        reach === 'ranges'
          ? ranges
          : dates.filter((date) => ranges.some((range) => overlaps<number>(range, date)));
      const kept = cut.reduce((left: readonly Period[], range) => without(left, range), periods);
      return {
        state: { ...state, periods: [...kept, ...step.body.slots.flatMap(written)] },
        breakId: undefined,
      };
    }
    default:
      return step satisfies never;
  }
}

function written({ start, end, address_services }: SlotsEntry): readonly Period[] {
  if (address_services.length === 0) return [];
  const services = address_services.map(({ address_service_id, duration }) => ({
    id: address_service_id,
    duration,
  }));
  return [{ start: minute(start), end: minute(end), anchor: minute(start), services }];
}

/** Takes the slots of a stretch of time away, as somebody at Docplanner might. */
export function without(periods: readonly Period[], range: Time): readonly Period[] {
  return periods.flatMap((period) => {
    if (!overlaps(period, range)) return [period];
    return [
      { ...period, end: range.start },
      { ...period, start: range.end },
    ].filter(({ start, end }) => start < end);
  });
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Every visit that a patient could book: `start end service`. */
export function bookable({ periods, breaks, bookings }: Docplanner): ReadonlySet<string> {
  const hidden = [...breaks, ...bookings];
  const visits = new Set<string>();
  for (const { start, end, anchor, services } of periods) {
    const cell = services.map(({ duration }) => duration).reduce(gcd);
    for (let at = anchor; at < end; at += cell) {
      for (const { id, duration } of services) {
        const visit = { start: at, end: at + duration };
        const fits = at >= start && visit.end <= end;
        if (fits && !hidden.some((each) => overlaps(each, visit))) {
          visits.add(`${visit.start} ${visit.end} ${id}`);
        }
      }
    }
  }
  return visits;
}
