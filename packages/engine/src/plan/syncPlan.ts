import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import { formatDate } from '../time/date.js';
import { instantFormatter } from '../time/formatter.js';
import type { Instant } from '../time/units.js';
import { zoneOf } from '../time/zone.js';
import { keepingBeyond } from './breaks/beyondHorizon.js';
import { type BreakSteps, breakSteps } from './breaks/breakSteps.js';
import { horizonSpan, placedWithin, withBreaksReadBack } from './breaks/knownBreaks.js';
import { matchBreaks } from './breaks/matchBreaks.js';
import { moveEffects } from './breaks/moveEffect.js';
import { wantedBreaks } from './breaks/wantedBreaks.js';
import type { PublishedCalendar, RemoteBreak } from './published.js';
import { type ChangedDate, changedDates } from './slots/changedDates.js';
import { expectedDates } from './slots/expectedDates.js';
import { datesByRequest, type Split, slotsRequest } from './slots/requests.js';
import type { Step, SyncPlan } from './step.js';

/**
 * The calls that make Docplanner's calendar equal to what was computed, given what is known to be there.
 * `remoteBreaks` are the breaks that Docplanner lists for the horizon, undefined if they were not asked
 * for; only breaks in `published` are ever moved or deleted. Unreadable times in `published` count as
 * unknown; it never fails.
 *
 * Laws: no steps if nothing has changed; recording each step with `afterStep` and planning again gives
 * the steps that are left, whichever was the last; after any of the steps patients can book nothing that
 * neither the calendar as it was nor the computed one offers.
 *
 * @example
 * const result = computeCalendar(calendar, monday, now);
 * const plan = syncPlan(result, NOTHING_PUBLISHED, [], { type: 'one-request' });
 * plan.steps.map(({ type }) => type) // => ['replace-slots']
 * const known = afterStep(NOTHING_PUBLISHED, plan.steps[0], undefined);
 * syncPlan(result, known, [], { type: 'one-request' }).steps // => []
 */
export function syncPlan(
  result: ComputedCalendar,
  published: PublishedCalendar,
  remoteBreaks: readonly RemoteBreak[] | undefined,
  split: Split,
): SyncPlan {
  const { id, facilityId, doctorId, addressId, timezone } = result.calendar;
  const iso = instantFormatter(zoneOf(timezone));
  const changed = changedDates(result, published, iso);
  const { first, last } = stepsForBreaks(result, published, remoteBreaks, changed, iso);
  const steps = [...first, ...stepsForSlots(changed, split), ...last];
  return {
    calendar: id,
    facilityId,
    doctorId,
    addressId,
    timezone,
    steps,
    expected: expectedDates(result, steps, iso),
  };
}

function stepsForSlots(changed: readonly ChangedDate[], split: Split): readonly Step[] {
  return datesByRequest(changed, split).map((dates) => ({
    type: 'replace-slots',
    dates: dates.map(({ date }) => formatDate(date.date)),
    body: slotsRequest(dates),
  }));
}

function stepsForBreaks(
  result: ComputedCalendar,
  published: PublishedCalendar,
  remote: readonly RemoteBreak[] | undefined,
  changed: readonly ChangedDate[],
  iso: (instant: Instant) => string,
): BreakSteps {
  const span = horizonSpan(result);
  if (span === undefined) return { first: [], last: [] };
  const { breaks } =
    remote === undefined ? published : withBreaksReadBack(published, remote, result);
  const ours = new Set(published.breaks.map(({ id }) => id));
  const foreign = (remote ?? []).filter(({ id }) => !ours.has(id));
  const wanted = wantedBreaks(result, span, foreign, iso);
  const matches = matchBreaks(wanted, placedWithin(breaks, span));
  return breakSteps(
    keepingBeyond(matches, span, published, iso),
    moveEffects(result, changed, span),
  );
}
