import type { BreakAtGap } from '../calendar/blocked.js';
import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import type { PlacedWindow } from '../calendar/windows.js';
import type { Interval } from '../interval/interval.js';
import type { Instant } from '../time/units.js';
import { type Finding, finding, sortedFindings, timeText } from './finding.js';
import { firstFindings } from './firstFindings.js';

const SKIPPED = 'starts or ends at a time that the clock change skips';
const TWICE = 'starts or ends at a time that occurs twice, of which the first counts';

/** dst-gap, dst-fold: a bound of a window does not exist, or occurs twice, on that date; dst-gap also of a break. */
export function clockChanges(detailed: DetailedCalendar): readonly Finding[] {
  const { calendar, zone, placedWindows, breaksAtGaps } = detailed;
  const result = ({ start, end }: Interval<Instant>, verb: string): string =>
    start < end ? `it ${verb} ${timeText({ start, end }, zone)}` : 'nothing is left of it';
  const windowFinding = (window: PlacedWindow, kind: 'gap' | 'fold'): Finding => {
    const { source } = window.template;
    const message = `A window of ${source} ${kind === 'gap' ? SKIPPED : TWICE}: ${result(window, 'is open')}; check that this is what you want.`;
    return finding(`dst-${kind}`, calendar.id, turnedAround(window), [source], message);
  };
  const breakFinding = (pause: BreakAtGap): Finding => {
    const message = `Break ${pause.id} ${SKIPPED}: ${result(pause, 'blocks')}; check that this is what you want.`;
    return finding('dst-gap', calendar.id, turnedAround(pause), [pause.id], message);
  };
  const windowsAt = (kind: 'gap' | 'fold'): readonly Finding[] =>
    placedWindows
      .filter(({ replaced }) => !replaced)
      .filter(({ startKind, endKind }) => startKind === kind || endKind === kind)
      .map((window) => windowFinding(window, kind));
  const kinds = [[...windowsAt('gap'), ...breaksAtGaps.map(breakFinding)], windowsAt('fold')];
  return kinds.flatMap((found) => firstFindings(sortedFindings(found), (each) => each));
}

function turnedAround({ start, end }: Interval<Instant>): Interval<Instant> {
  return start < end ? { start, end } : { start: end, end: start };
}
