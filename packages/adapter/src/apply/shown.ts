import { type ExpectedDate, formatUtc, type Instant, type SlotsEntry } from '@slotwright/engine';
import type { FreeSlot } from '../wire/slots.js';
import { meet, type Span } from './span.js';

/** A start at which patients can book, and what. */
export interface Start {
  /** As it was written, with offset. */
  readonly start: string;
  /** Ids of address services, sorted. */
  readonly services: readonly string[];
}

/** What patients can book, by the instant at which it starts. */
export type Shown = ReadonlyMap<number, Start>;

/** What getSlots showed, from `now` on: what is over cannot be booked. */
export function shownBy(
  slots: readonly FreeSlot[],
  { start, end }: Span,
  textOf: (instant: Instant) => string = formatUtc,
): Shown {
  return collect(
    slots
      .filter(({ start: at }) => start <= at * 60_000 && at * 60_000 < end)
      .map((slot) => ({
        start: textOf(slot.start),
        services: slot.services.map(({ addressServiceId }) => addressServiceId),
      })),
  );
}

/** What getSlots showed once, less what is hidden now. */
export function stillShown(slots: readonly FreeSlot[], span: Span, hidden: readonly Span[]): Shown {
  const left = slots.map((slot) => ({
    start: slot.start,
    services: slot.services.filter(({ duration = 0 }) =>
      isFree(formatUtc(slot.start), duration, hidden),
    ),
  }));
  return shownBy(
    left.filter(({ services }) => services.length > 0),
    span,
  );
}

/**
 * What the entries of a date offer where nothing hides it (Docplanner API, section 9.2): starts lie on a grid
 * whose step is the greatest common divisor of the durations, and a visit ends within its entry.
 */
export function offeredBy(
  entries: readonly SlotsEntry[],
  span: Span,
  hidden: readonly Span[],
): Shown {
  const starts = entries.flatMap(({ start, end, address_services: services }): Start[] => {
    const [from, until] = [Date.parse(start), Date.parse(end)];
    const step = services.reduce((cell, { duration }) => divisor(cell, duration), 0) * 60_000;
    if (step === 0) return [];
    const offered: Start[] = [];
    for (let at = from; at < until; at += step) {
      if (at < span.start || at >= span.end) continue;
      const text = new Date(at).toISOString();
      const fitting = services
        .filter(({ duration }) => at + duration * 60_000 <= until && isFree(text, duration, hidden))
        .map(({ address_service_id: id }) => id);
      if (fitting.length > 0) offered.push({ start: text, services: fitting });
    }
    return offered;
  });
  return collect(starts);
}

/** What a plan expects of a date, less what is hidden; how long visits take is read off the date's entries. */
export function expectedOf(
  { slots }: Pick<ExpectedDate, 'slots'>,
  entries: readonly SlotsEntry[],
  span: Span,
  hidden: readonly Span[],
): Shown {
  const lengthAt = (start: string, id: string): number => {
    const at = Date.parse(start);
    const entry = entries.find((each) => Date.parse(each.start) <= at && at < Date.parse(each.end));
    return entry?.address_services.find((each) => each.address_service_id === id)?.duration ?? 0;
  };
  return collect(
    slots
      .filter(({ start }) => span.start <= Date.parse(start) && Date.parse(start) < span.end)
      .map(({ start, addressServiceIds }) => ({
        start,
        services: addressServiceIds.filter((id) => isFree(start, lengthAt(start, id), hidden)),
      }))
      .filter(({ services }) => services.length > 0),
  );
}

function isFree(start: string, duration: number, hidden: readonly Span[]): boolean {
  const from = Date.parse(start);
  const visit = { start: from, end: from + Math.max(duration, 1) * 60_000 };
  return !hidden.some((span) => meet(visit, span));
}

function collect(starts: readonly Start[]): Shown {
  const shown = new Map<number, Start>();
  for (const { start, services } of starts) {
    const at = Date.parse(start);
    const all = new Set([...(shown.get(at)?.services ?? []), ...services]);
    shown.set(at, { start, services: [...all].sort() });
  }
  return shown;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
