import type { ComputedDocument } from '../findings/computeDocument.js';
import { fingerprint } from '../plan/fingerprint.js';
import { type KnownCalendar, NOTHING_KNOWN } from '../plan/known.js';
import type { SyncPlan } from '../plan/step.js';
import { type SyncTotals, syncTotals } from '../plan/totals.js';
import { formatUtc } from '../time/iso.js';
import { type FindingOutput, findingOutput } from './findings.js';
import { type HorizonOutput, horizonOutput } from './horizon.js';

/** What a plan of several calendars was made from: a state file at one moment. */
export interface PlanBasis {
  /** Names the state, from its first write on. */
  readonly lineage: string;
  /** Counts the writes of the state. */
  readonly serial: number;
  /** By the calendar's id in the document; one that is absent has never been published. */
  readonly published: ReadonlyMap<string, KnownCalendar>;
}

/** A plan to be shown first and applied later, as it is written to a file, version 1. */
export interface PlanFile {
  /** Of the format. */
  readonly version: 1;
  /** What tells a plan from other JSON. */
  readonly kind: 'slotwright-plan';
  /** Of the state that it was made from. */
  readonly lineage: string;
  /** Of the state that it was made from. */
  readonly serial: number;
  /** A fingerprint of what was published in these calendars. */
  readonly basedOn: string;
  /** In UTC. */
  readonly now: string;
  /** The dates that were planned. */
  readonly horizon: HorizonOutput;
  /** In the document's order. */
  readonly calendars: readonly SyncPlan[];
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
 * const basis = { lineage: '5f3a', serial: 4, published: new Map() };
 * const plan = planFile(result, [], basis);
 * [plan.serial, plan.totals.writes] // => [4, 0]
 */
export function planFile(
  result: ComputedDocument,
  calendars: readonly SyncPlan[],
  basis: PlanBasis,
): PlanFile {
  return {
    version: 1,
    kind: 'slotwright-plan',
    lineage: basis.lineage,
    serial: basis.serial,
    basedOn: knownFingerprint(calendars, basis),
    now: formatUtc(result.now),
    horizon: horizonOutput(result.horizon),
    calendars,
    findings: findingOutput(result),
    totals: syncTotals(calendars),
  };
}

/** Why a plan must not be applied any more. */
export type Staleness =
  /** The state is another one: it was started anew, or belongs to another clinic. */
  | 'other-lineage'
  /** The state is older than the plan: it was put back from a copy. */
  | 'older-state'
  /** Something was published in these calendars since the plan was made. */
  | 'published-since';

/**
 * Says why a plan is stale, nothing if it can be applied. A state that has been written since is no
 * reason by itself: other calendars may have been published.
 *
 * @example
 * const result = computeDocument(document, monday, now, []);
 * const basis = { lineage: '5f3a', serial: 4, published: new Map() };
 * const plan = planFile(result, [], basis);
 * staleness(plan, { ...basis, lineage: '77c0' }) // => 'other-lineage'
 * staleness(plan, basis) // => undefined
 */
export function staleness(plan: PlanFile, basis: PlanBasis): Staleness | undefined {
  if (basis.lineage !== plan.lineage) return 'other-lineage';
  if (basis.serial < plan.serial) return 'older-state';
  if (knownFingerprint(plan.calendars, basis) !== plan.basedOn) return 'published-since';
  return undefined;
}

function knownFingerprint(
  calendars: readonly Pick<SyncPlan, 'calendar'>[],
  { published }: Pick<PlanBasis, 'published'>,
): string {
  return fingerprint(
    calendars.map(({ calendar }) => [calendar, published.get(calendar) ?? NOTHING_KNOWN]),
  );
}
