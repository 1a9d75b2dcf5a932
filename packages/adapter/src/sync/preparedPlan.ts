import {
  type CalendarAddress,
  type FindingOutput,
  type Instant,
  type SyncPlan,
  syncPlan,
} from '@slotwright/engine';
import {
  bookableStarts,
  type KnownBreak,
  type PlanFile,
  type PlanRisk,
  planFile,
  planRisk,
  type Split,
} from '@slotwright/engine/plan';
import type { CalendarView } from '../apply/verify/calendarView.js';
import type { ClientError } from '../http/error/clientError.js';
import type { KnownCalendars } from '../state/knownCalendars.js';
import type { CalendarStatus } from '../wire/calendar.js';
import { basisOf } from './basis.js';
import type { RefreshedCalendar } from './refreshCalendar.js';
import type { WholePlan } from './wholePlan.js';

/** A plan that `apply` can carry out, and what was seen at Docplanner when it was made. */
export interface PreparedPlan {
  /** What is to be sent; it can be shown, and written to a file. */
  readonly plan: PlanFile;
  /** What it was made from: as long as that is known of a calendar, its plan holds. */
  readonly known: KnownCalendars;
  /** What was seen, by `addressKey`; absent where nobody looked. */
  readonly views: ReadonlyMap<string, CalendarView>;
  /** In the order of the plan's calendars; empty where nobody looked. */
  readonly seen: readonly SeenCalendar[];
  /** Calendars that could not be read: nothing is sent to them. */
  readonly unread: readonly UnreadCalendar[];
  /** Write calls at most, if Docplanner refuses several dates in one request: as many as planned where that is known. */
  readonly mostWrites: number;
}

/** What reading a calendar told about its plan. */
export interface SeenCalendar {
  /** The calendar's id in the document. */
  readonly calendar: string;
  /** Undefined where it shows slots. */
  readonly status: CalendarStatus | undefined;
  /** Local dates that showed something that nothing explains, so that they are sent whole. */
  readonly unexplained: readonly string[];
  /** Breaks of ours that somebody deleted. */
  readonly goneBreaks: readonly KnownBreak[];
  /** Bookings there are not those of the document: time to pull. */
  readonly bookingsChanged: boolean;
}

/** A calendar that could not be read. */
export interface UnreadCalendar {
  /** Its id in the document. */
  readonly calendar: string;
  /** Its place at Docplanner. */
  readonly address: CalendarAddress;
  /** Of the first read that failed. */
  readonly error: ClientError;
}

/**
 * What is to be sent to calendars of which only the state tells what is published. Asks no server, and does
 * not look whether it is so.
 */
export function planFromState(
  known: KnownCalendars,
  whole: WholePlan,
  split: Split = { type: 'one-request' },
): PlanFile {
  const { computed } = whole;
  const plans = computed.calendars.map((result) => {
    const { published } = known.of(result.calendar).record;
    return syncPlan(result, published, undefined, splitFor(known, split));
  });
  return withLeftBehind(
    planFile(
      computed,
      plans,
      basisOf(known, plans),
      risksOf(whole, known, () => undefined),
    ),
    whole,
  );
}

/** The same with what was read of each calendar, or why it could not be read. */
export function planFromViews(
  known: KnownCalendars,
  whole: WholePlan,
  read: ReadonlyMap<string, RefreshedCalendar | ClientError>,
  split: Split = { type: 'one-request' },
): Pick<PreparedPlan, 'plan' | 'seen' | 'unread'> {
  const { computed } = whole;
  const risks = risksOf(whole, known, (id) => {
    const found = read.get(id);
    return found === undefined || 'operation' in found ? undefined : [...found.view.slots.keys()];
  });
  const seen: SeenCalendar[] = [];
  const unread: UnreadCalendar[] = [];
  const plans = computed.calendars.map((result): SyncPlan => {
    const { id: calendar, facilityId, doctorId, addressId, timezone } = result.calendar;
    const address = { facilityId, doctorId, addressId };
    const found = read.get(calendar);
    if (found === undefined || 'operation' in found) {
      if (found !== undefined) unread.push({ calendar, address, error: found });
      return { calendar, ...address, timezone, steps: [], expected: [] };
    }
    const { view, refreshed, breaks } = found;
    const { status, bookingsChanged } = view;
    const { unexplained, goneBreaks } = refreshed;
    seen.push({ calendar, status, unexplained, goneBreaks, bookingsChanged });
    return syncPlan(result, refreshed.known, breaks, splitFor(known, split));
  });
  const plan = planFile(computed, plans, basisOf(known, plans), risks);
  return { plan: withLeftBehind(plan, whole), seen, unread };
}

function withLeftBehind(plan: PlanFile, { retired, findings }: WholePlan): PlanFile {
  return { ...plan, retired, findings: [...plan.findings, ...findings] };
}

/** What plans take from patients; `shown` are the starts that were seen of a calendar. */
function risksOf(
  { computed: { calendars }, retired }: WholePlan,
  known: KnownCalendars,
  shown: (calendar: string) => readonly Instant[] | undefined,
): ReadonlyMap<string, PlanRisk> {
  // What is retired is cleared because somebody said so.
  const guarded = calendars.filter(({ calendar }) => !retired.includes(calendar.id));
  return new Map(
    guarded.map((result): [string, PlanRisk] => {
      const { id } = result.calendar;
      const { published } = known.of(result.calendar).record;
      return [id, planRisk(result, bookableStarts(result, published, shown(id)))];
    }),
  );
}

/** What the server has refused for one calendar it refuses for all: it is not asked again. */
function splitFor({ takesOneDateOnly }: KnownCalendars, split: Split): Split {
  return takesOneDateOnly ? { type: 'one-per-date' } : split;
}

/** Findings that keep a plan from being sent: errors that the document does not accept. */
export function refusingFindings(findings: readonly FindingOutput[]): readonly FindingOutput[] {
  return findings.filter(
    ({ severity, accepted }) => severity === 'error' && accepted === undefined,
  );
}
