import { insuranceKey } from '../availability/template.js';
import type { Window } from '../availability/windows.js';
import type { AddressServiceId } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import type { Instant } from '../time/units.js';
import type { CalendarFacts } from './facts.js';
import { type Finding, finding, timeText } from './finding.js';

/** schedule-empty: a schedule has no occurrence in the horizon. */
export function emptySchedules({
  calendar,
  span,
  emptySchedules,
}: CalendarFacts): readonly Finding[] {
  return emptySchedules.map((id) => {
    const message = `Schedule ${id} has no occurrence in these dates: check its rule, or remove it if it is over.`;
    return finding('schedule-empty', calendar.id, span, [id], message);
  });
}

/** schedule-duration-conflict: overlapping windows give one service different durations. */
export function durationConflicts({ calendar, zone, windows }: CalendarFacts): readonly Finding[] {
  return calendar.services.flatMap(({ addressServiceId }) => {
    const offering = windows.filter((window) => durationIn(window, addressServiceId) !== undefined);
    const conflicts = disagreements(offering, (window) => durationIn(window, addressServiceId));
    return conflicts.map(({ time, sources }) => {
      const message = `Schedules ${sources.join(' and ')} give service ${addressServiceId} different durations at ${timeText(time, zone)}: the longest counts; make them equal.`;
      return finding(
        'schedule-duration-conflict',
        calendar.id,
        time,
        [addressServiceId, ...sources],
        message,
      );
    });
  });
}

function durationIn({ template }: Window, service: AddressServiceId): number | undefined {
  return template.services.find(({ addressServiceId }) => addressServiceId === service)?.duration;
}

/** schedule-insurance-conflict: overlapping windows have different insurance settings. */
export function insuranceConflicts({ calendar, zone, windows }: CalendarFacts): readonly Finding[] {
  const conflicts = disagreements(windows, ({ template }) => insuranceKey(template.insurance));
  return conflicts.map(({ time, sources }) => {
    const message = `Schedules ${sources.join(' and ')} have different insurance settings at ${timeText(time, zone)}: the one listed first counts; make them equal.`;
    return finding('schedule-insurance-conflict', calendar.id, time, sources, message);
  });
}

interface Disagreement {
  readonly time: Interval<Instant>;
  /** The sources of the windows that are open then, in the document's order. */
  readonly sources: readonly string[];
}

/** The maximal stretches in which windows are open that differ in something. */
function disagreements(
  windows: readonly Window[],
  aspect: (window: Window) => unknown,
): readonly Disagreement[] {
  if (new Set(windows.map(aspect)).size < 2) return [];
  const bounds = windows.flatMap((window) => [
    { at: window.start, window, opens: true },
    { at: window.end, window, opens: false },
  ]);
  bounds.sort((a, b) => a.at - b.at);
  const open = new Set<Window>();
  const found: Disagreement[] = [];
  let involved = new Map<string, number>();
  let since: Instant | undefined;
  bounds.forEach(({ at, window, opens }, index) => {
    if (opens) open.add(window);
    else open.delete(window);
    if (bounds[index + 1]?.at === at) return;
    if (new Set([...open].map(aspect)).size > 1) {
      since ??= at;
      for (const { template } of open) involved.set(template.source, template.rank);
    } else if (since !== undefined) {
      const sources = [...involved].sort(([, a], [, b]) => a - b).map(([source]) => source);
      found.push({ time: { start: since, end: at }, sources });
      since = undefined;
      involved = new Map();
    }
  });
  return found;
}
