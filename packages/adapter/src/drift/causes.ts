import type { Blocked, ComputedCalendar, Instant } from '@slotwright/engine';
import { type Interval, overlaps } from '@slotwright/engine/intervals';
import type { BookingDifference } from '@slotwright/engine/plan';
import type { BreakDifference } from './breaks.js';
import type { Cause } from './report.js';

/** Why a service cannot, or can, be booked at a start; none where breaks and bookings do not explain it. */
export interface Causes {
  /** Of a slot of the document that Docplanner does not show: what lies on the visit, unknown to the document. */
  readonly hiding: (start: Instant, addressServiceId: string) => readonly Cause[];
  /** Of a slot that Docplanner shows and the document hides: all that hides it, if Docplanner has none of it. */
  readonly freeing: (start: Instant, addressServiceId: string) => readonly Cause[];
}

/** What breaks and bookings that only one side has do to slots. */
export function causesOf(
  result: ComputedCalendar,
  breaks: BreakDifference,
  bookings: BookingDifference,
): Causes {
  const unknown = [
    ...breaks.unknown.map((each) => ({ ...each, type: 'break' as const, id: each.remote.id })),
    ...bookings.unknown.map((each) => ({ ...each, type: 'booking' as const, id: each.id })),
  ];
  const hidden = result.blocked.filter(({ source }) => source.publish !== 'carve');
  const absent = [...breaks.missing, ...bookings.gone];
  const isAbsent = new Set(absent.map(keyOf));
  return {
    hiding: (start, addressServiceId) => {
      const visit = visitAt(result, start, addressServiceId);
      return visit === undefined
        ? []
        : unknown
            .filter((each) => overlaps<number>(each, visit))
            .map(({ type, id }) => ({ type, id }));
    },
    freeing: (start, addressServiceId) => {
      const visit = visitAt(result, start, addressServiceId);
      if (visit === undefined) return [];
      const hiding = hidden.filter((each) => overlaps<number>(each, visit));
      return hiding.every((each) => isAbsent.has(keyOf(each)))
        ? hiding.map(({ kind: type, source }) => ({ type, id: source.id }))
        : [];
    },
  };
}

/** The time of a visit that the grid of a work period has there, hidden or not. */
function visitAt(
  { workPeriods }: ComputedCalendar,
  start: Instant,
  addressServiceId: string,
): Interval<number> | undefined {
  const period = workPeriods.find((each) => each.start <= start && start < each.end);
  const service = period?.configuration.services.find(
    (each) => each.addressServiceId === addressServiceId,
  );
  if (period === undefined || service === undefined) return undefined;
  const end = start + service.duration;
  const onGrid = (start - period.start) % period.configuration.cell === 0;
  return onGrid && end <= period.end ? { start, end } : undefined;
}

function keyOf({ kind, source, start, end }: Blocked): string {
  return `${kind} ${start} ${end} ${source.id}`;
}
