import type { ComputedCalendar } from '../../calendar/computedCalendar.js';
import type { Instant } from '../../time/units.js';
import type { KnownCalendar, RemoteBreak } from '../known.js';
import type { StagedSteps } from '../order.js';
import type { ChangedDate } from '../slots/changedDates.js';
import { keepingBeyond } from './beyondHorizon.js';
import { breakStages } from './breakStages.js';
import { horizonSpan, placedWithin, withBreaksReadBack } from './knownBreaks.js';
import { matchBreaks } from './matchBreaks.js';
import { moveEffects } from './moveEffect.js';
import { wantedBreaks } from './wantedBreaks.js';

/**
 * The calls about breaks. Breaks in `remote` that are not known are not ours: they stay as they are, and
 * one with the time and description of a wanted break takes its place.
 */
export function breakSteps(
  computed: ComputedCalendar,
  known: KnownCalendar,
  remote: readonly RemoteBreak[] | undefined,
  changed: readonly ChangedDate[],
  iso: (instant: Instant) => string,
): StagedSteps {
  const span = horizonSpan(computed);
  if (span === undefined) return {};
  const { breaks } = remote === undefined ? known : withBreaksReadBack(known, remote, computed);
  const ours = new Set(known.breaks.map(({ id }) => id));
  const foreign = (remote ?? []).filter(({ id }) => !ours.has(id));
  const wanted = wantedBreaks(computed, span, foreign, iso);
  const matched = matchBreaks(wanted, placedWithin(breaks, span));
  const matches = keepingBeyond(matched, span, known, iso);
  return breakStages(matches, moveEffects(matches.moved, computed, changed, span));
}
