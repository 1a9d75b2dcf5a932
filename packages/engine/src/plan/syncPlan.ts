import type { ComputedCalendar } from '../calendar/computedCalendar.js';
import { instantFormatter } from '../time/formatter.js';
import { zoneOf } from '../time/zone.js';
import { breakSteps } from './breaks/breakSteps.js';
import type { KnownCalendar, RemoteBreak } from './known.js';
import { inSafeOrder } from './order.js';
import { changedDates } from './slots/changedDates.js';
import { expectedDates } from './slots/expectedDates.js';
import type { Split } from './slots/requests.js';
import { slotSteps } from './slots/slotSteps.js';
import type { SyncPlan } from './step.js';

/**
 * The calls that make Docplanner's calendar equal to what was computed, given what is known to be there.
 * `remoteBreaks` are the breaks that Docplanner lists for the horizon, undefined if they were not asked
 * for; only breaks in `known` are ever moved or deleted. With `NOTHING_KNOWN` it is a first sync, which
 * assumes nothing of what is there. Unreadable times in `known` count as unknown; it never fails.
 *
 * Laws: no steps if nothing has changed; recording each step with `afterStep` and planning again gives
 * the steps that are left, whichever was the last; after any of the steps patients can book nothing that
 * neither the calendar as it was nor the computed one offers.
 *
 * @example
 * const result = computeCalendar(calendar, monday, now);
 * const plan = syncPlan(result, NOTHING_KNOWN, [], { type: 'one-request' });
 * plan.steps.map(({ type }) => type) // => ['replace-slots']
 * const known = afterStep(NOTHING_KNOWN, plan.steps[0], undefined, calendar.timezone);
 * syncPlan(result, known, [], { type: 'one-request' }).steps // => []
 */
export function syncPlan(
  computed: ComputedCalendar,
  known: KnownCalendar,
  remoteBreaks: readonly RemoteBreak[] | undefined,
  split: Split,
): SyncPlan {
  const { id, facilityId, doctorId, addressId, timezone } = computed.calendar;
  const iso = instantFormatter(zoneOf(timezone));
  const changed = changedDates(computed, known, iso);
  const steps = inSafeOrder([
    slotSteps(changed, split),
    breakSteps(computed, known, remoteBreaks, changed, iso),
  ]);
  let expected: SyncPlan['expected'] | undefined;
  return {
    calendar: id,
    facilityId,
    doctorId,
    addressId,
    timezone,
    steps,
    // Thousands of texts, which only those need who carry the plan out or keep it.
    get expected() {
      expected ??= expectedDates(computed, steps, iso);
      return expected;
    },
  };
}
