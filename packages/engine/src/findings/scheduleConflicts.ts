import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { insuranceKey, type Template } from '../calendar/template.js';
import type { Window } from '../calendar/windows.js';
import type { AddressServiceId } from '../document/clinic.js';
import type { Interval } from '../interval/interval.js';
import type { Instant } from '../time/units.js';
import { type Finding, finding, serviceId, timeText } from './finding.js';

/** schedule-duration-conflict: overlapping windows give one service different durations. */
export function durationConflicts({
  calendar,
  zone,
  windows,
}: DetailedCalendar): readonly Finding[] {
  return servicesOfSeveralDurations(windows).flatMap((service) => {
    const id = serviceId(calendar, service);
    const conflicts = disagreements(
      windows,
      ({ services }) =>
        services.find(({ addressServiceId }) => addressServiceId === service)?.duration,
    );
    return conflicts.map(({ time, sources }) => {
      const message = `Windows of ${sources.join(' and ')} give service ${id} different durations at ${timeText(time, zone)}: the longest counts; make them equal.`;
      const ids = [id, ...sources];
      return finding('schedule-duration-conflict', calendar.id, time, ids, message);
    });
  });
}

function servicesOfSeveralDurations(windows: readonly Window[]): readonly AddressServiceId[] {
  const durations = new Map<AddressServiceId, number>();
  const several = new Set<AddressServiceId>();
  for (const template of new Set(windows.map((window) => window.template))) {
    for (const { addressServiceId, duration } of template.services) {
      const known = durations.get(addressServiceId) ?? duration;
      if (known !== duration) several.add(addressServiceId);
      durations.set(addressServiceId, known);
    }
  }
  return [...several];
}

/** schedule-insurance-conflict: overlapping windows have different insurance settings. */
export function insuranceConflicts({
  calendar,
  zone,
  windows,
}: DetailedCalendar): readonly Finding[] {
  const conflicts = disagreements(windows, ({ insurance }) => insuranceKey(insurance));
  return conflicts.map(({ time, sources }) => {
    const message = `Windows of ${sources.join(' and ')} have different insurance settings at ${timeText(time, zone)}: the one listed first counts; make them equal.`;
    return finding('schedule-insurance-conflict', calendar.id, time, sources, message);
  });
}

interface Disagreement {
  readonly time: Interval<Instant>;
  /** The sources of the windows that are open then, in the order of the document. */
  readonly sources: readonly string[];
}

/** The maximal stretches in which windows are open that differ in something that each of them has. */
function disagreements(
  windows: readonly Window[],
  aspectOf: (template: Template) => string | number | undefined,
): readonly Disagreement[] {
  const aspects = new Map(
    [...new Set(windows.map(({ template }) => template))].map((template) => [
      template,
      aspectOf(template),
    ]),
  );
  const distinct = new Set(aspects.values());
  distinct.delete(undefined);
  if (distinct.size < 2) return [];
  const bounds = windows
    .filter(({ template }) => aspects.get(template) !== undefined)
    .flatMap((window) => [
      { at: window.start, window, opens: true },
      { at: window.end, window, opens: false },
    ]);
  bounds.sort((a, b) => a.at - b.at);
  const open = new Set<Window>();
  const found: Disagreement[] = [];
  let involved = new Set<Template>();
  let since: Instant | undefined;
  bounds.forEach(({ at, window, opens }, index) => {
    if (opens) open.add(window);
    else open.delete(window);
    if (bounds[index + 1]?.at === at) return;
    if (new Set([...open].map(({ template }) => aspects.get(template))).size > 1) {
      since ??= at;
      for (const { template } of open) involved.add(template);
    } else if (since !== undefined) {
      found.push({ time: { start: since, end: at }, sources: sourcesOf(involved) });
      since = undefined;
      involved = new Set();
    }
  });
  return found;
}

function sourcesOf(templates: Iterable<Template>): readonly string[] {
  const inOrder = [...templates].sort((a, b) => a.rank - b.rank);
  return [...new Set(inOrder.map(({ source }) => source))];
}
