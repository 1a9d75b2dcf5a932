import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { type Finding, finding, timeText } from './finding.js';

/** dst-gap, dst-fold: a window's bound does not exist, or occurs twice, on that date. */
export function oddWindows({ calendar, zone, odd }: DetailedCalendar): readonly Finding[] {
  return odd.map(({ source, start, end, bound }) => {
    const kept = start < end;
    const time = kept ? { start, end } : { start: end, end: start };
    const result = kept ? `it is open ${timeText(time, zone)}` : 'nothing is left of it';
    const what =
      bound === 'gap'
        ? 'starts or ends at a time that the clock change skips'
        : 'starts or ends at a time that occurs twice, of which the first counts';
    const message = `A window of ${source} ${what}: ${result}; check that this is what you want.`;
    return finding(bound === 'gap' ? 'dst-gap' : 'dst-fold', calendar.id, time, [source], message);
  });
}
