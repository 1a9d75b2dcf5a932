import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { insuranceKey, type Template } from '../calendar/template.js';
import type { Window } from '../calendar/windows.js';
import type { AddressServiceId } from '../document/clinic.js';
import { type Aspects, boundsOf, disagreements } from './disagreements.js';
import { type Finding, finding, serviceId, timeText } from './finding.js';

/** schedule-duration-conflict: overlapping windows give one service different durations. */
export function durationConflicts({
  calendar,
  zone,
  windows,
}: DetailedCalendar): readonly Finding[] {
  const disputed = [...durationsOf(windows)].filter(([, durations]) => differ(durations));
  if (disputed.length === 0) return [];
  const bounds = boundsOf(windows);
  return disputed.flatMap(([service, durations]) => {
    const id = serviceId(calendar, service);
    return disagreements(bounds, durations).map(({ time, sources }) => {
      const message = `Windows of ${sources.join(' and ')} give service ${id} different durations at ${timeText(time, zone)}: the longest counts; make them equal.`;
      const ids = [id, ...sources];
      return finding('schedule-duration-conflict', calendar.id, time, ids, message);
    });
  });
}

/** schedule-insurance-conflict: overlapping windows have different insurance settings. */
export function insuranceConflicts({
  calendar,
  zone,
  windows,
}: DetailedCalendar): readonly Finding[] {
  const settings = new Map(
    templatesOf(windows).map((template) => [template, insuranceKey(template.insurance)]),
  );
  if (!differ(settings)) return [];
  return disagreements(boundsOf(windows), settings).map(({ time, sources }) => {
    const message = `Windows of ${sources.join(' and ')} have different insurance settings at ${timeText(time, zone)}: the one listed first counts; make them equal.`;
    return finding('schedule-insurance-conflict', calendar.id, time, sources, message);
  });
}

function durationsOf(windows: readonly Window[]): ReadonlyMap<AddressServiceId, Aspects> {
  const byService = new Map<AddressServiceId, Map<Template, number>>();
  for (const template of templatesOf(windows)) {
    for (const { addressServiceId, duration } of template.services) {
      const own = byService.get(addressServiceId);
      if (own === undefined) byService.set(addressServiceId, new Map([[template, duration]]));
      else own.set(template, duration);
    }
  }
  return byService;
}

function templatesOf(windows: readonly Window[]): readonly Template[] {
  return [...new Set(windows.map(({ template }) => template))];
}

function differ(aspects: Aspects): boolean {
  return new Set(aspects.values()).size > 1;
}
