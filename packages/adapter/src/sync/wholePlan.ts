import {
  type CalendarAddress,
  type ClinicDocument,
  type ComputedDocument,
  checkOutput,
  type FindingOutput,
  zoneId,
} from '@slotwright/engine';
import { leftBehind } from '@slotwright/engine/plan';
import { ok, type Result } from 'neverthrow';
import type { CalendarStore } from '../state/calendarStore.js';
import { knownCalendars } from '../state/knownCalendars.js';
import type { StateError } from '../state/stateError.js';

/** What a plan is about: the calendars of a document, and those that it has left behind. */
export interface WholePlan {
  /** With calendars that are retired, as closed ones. */
  readonly computed: ComputedDocument;
  /** Ids of those. */
  readonly retired: readonly string[];
  /** About calendars that nobody has said anything of. */
  readonly findings: readonly FindingOutput[];
}

/**
 * Finds the calendars that were published and that a document has no more. Without the document, as only some of
 * its calendars are planned, none is looked for.
 */
export async function wholePlan(
  store: CalendarStore,
  computed: ComputedDocument,
  document: ClinicDocument | undefined,
): Promise<Result<WholePlan, StateError>> {
  if (document === undefined) return ok({ computed, retired: [], findings: [] });
  const kept = await store.list().andThen((addresses) =>
    knownCalendars(store, addresses).map((known) =>
      addresses.map((address: CalendarAddress) => {
        const { timezone = '' } = known.of(address).record.published;
        return { address, timezone: zoneId(timezone).unwrapOr(undefined) };
      }),
    ),
  );
  return kept.map((calendars) => {
    const { retired, forgotten } = leftBehind(document, calendars, computed.now);
    return {
      computed: { ...computed, calendars: [...computed.calendars, ...retired] },
      retired: retired.map(({ calendar }): string => calendar.id),
      findings: checkOutput({ ...computed, calendars: forgotten }).findings,
    };
  });
}
