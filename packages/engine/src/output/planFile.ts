import type { ComputedDocument } from '../findings/computeDocument.js';
import { fingerprint } from '../plan/fingerprint.js';
import { type KnownCalendar, NOTHING_KNOWN } from '../plan/known.js';
import { type PlanRisk, totalRisk } from '../plan/risk.js';
import type { SyncPlan } from '../plan/step.js';
import { type SyncTotals, syncTotals } from '../plan/totals.js';
import { formatUtc } from '../time/iso.js';
import { type FindingOutput, findingOutput } from './findings.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

/** What the plan of one calendar was made from: what was known of it at one moment. */
export interface CalendarBasis {
  /** Names what is kept of the calendar, from its first save on. */
  readonly lineage: string;
  /** Counts the saves; 0 as long as there was none. */
  readonly serial: number;
  /** What was published. */
  readonly published: KnownCalendar;
}

/** By the calendar's id in the document; of one that is absent nothing is known. */
export type PlanBasis = ReadonlyMap<string, CalendarBasis>;

/** A basis as a plan file names it. */
export interface NamedBasis {
  /** Of what was kept of the calendar. */
  readonly lineage: string;
  /** Of what was kept of the calendar. */
  readonly serial: number;
  /** A fingerprint of what was published. */
  readonly published: string;
}

/** A plan to be shown first and applied later, as it is written to a file, version 2. */
export interface PlanFile {
  /** Of the format. */
  readonly version: 2;
  /** What tells a plan from other JSON. */
  readonly kind: 'slotwright-plan';
  /** In UTC. */
  readonly now: string;
  /** The dates that were planned. */
  readonly horizon: HorizonOutput;
  /** In the document's order. */
  readonly calendars: readonly SyncPlan[];
  /** Ids of those that are cleared and then forgotten, as the document retires them. */
  readonly retired: readonly string[];
  /** What each of them was made from, by its id. */
  readonly basedOn: Readonly<Record<string, NamedBasis>>;
  /** What carrying it out takes from patients, by calendar. */
  readonly risk: Readonly<Record<string, PlanRisk>>;
  /** Of all calendars, in order. */
  readonly findings: readonly FindingOutput[];
  /** Counted from the steps. */
  readonly totals: SyncTotals;
}

/**
 * Puts the plans of a document's calendars together with what they were made from.
 *
 * Law: `readPlanFile` reads it back from its JSON.
 *
 * @example
 * const result = computeDocument(document, monday, now, []);
 * planFile(result, [], new Map(), new Map()).totals.writes // => 0
 */
export function planFile(
  result: ComputedDocument,
  calendars: readonly SyncPlan[],
  basis: PlanBasis,
  risks: ReadonlyMap<string, PlanRisk>,
): PlanFile {
  return {
    version: 2,
    kind: 'slotwright-plan',
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    calendars,
    retired: [],
    basedOn: Object.fromEntries(
      calendars.map(({ calendar }) => [calendar, namedBasis(basis.get(calendar))]),
    ),
    risk: Object.fromEntries(
      calendars.map(({ calendar }) => [calendar, risks.get(calendar) ?? totalRisk([])]),
    ),
    findings: findingOutput(result),
    totals: syncTotals(calendars),
  };
}

/** Why the plan of a calendar must not be applied any more. */
export interface Staleness {
  /** The calendar's id in the document. */
  readonly calendar: string;
  /**
   * `other-lineage`: what is kept of it was started anew, or is another clinic's. `older-state`: it is older than
   * the plan, put back from a copy. `published-since`: something was published since the plan was made.
   */
  readonly why: 'other-lineage' | 'older-state' | 'published-since';
}

/**
 * The first calendar whose plan is stale, and why; nothing if all can be applied. That something was saved since
 * is no reason by itself, as long as the same is published.
 *
 * @example
 * const result = computeDocument(document, monday, now, []);
 * const plan = planFile(result, [syncPlan(result.calendars[0], NOTHING_KNOWN, undefined, { type: 'one-request' })], new Map(), new Map());
 * staleness(plan, new Map()) // => undefined
 * const published = { dates: { '2026-10-05': [] }, breaks: [] };
 * const basis = { lineage: '5f3a', serial: 4, published };
 * staleness(plan, new Map([['centro', basis]])) // => { calendar: 'centro', why: 'published-since' }
 */
export function staleness({ basedOn }: PlanFile, basis: PlanBasis): Staleness | undefined {
  for (const [calendar, planned] of Object.entries(basedOn)) {
    const why = whyStale(planned, namedBasis(basis.get(calendar)));
    if (why !== undefined) return { calendar, why };
  }
  return undefined;
}

function whyStale(planned: NamedBasis, found: NamedBasis): Staleness['why'] | undefined {
  const isOther = planned.serial > 0 && found.lineage !== planned.lineage;
  if (isOther) return 'other-lineage';
  if (found.serial < planned.serial) return 'older-state';
  return found.published === planned.published ? undefined : 'published-since';
}

function namedBasis(basis: CalendarBasis = NOTHING): NamedBasis {
  const { lineage, serial, published } = basis;
  return { lineage, serial, published: fingerprint(published) };
}

const NOTHING: CalendarBasis = { lineage: 'new', serial: 0, published: NOTHING_KNOWN };
