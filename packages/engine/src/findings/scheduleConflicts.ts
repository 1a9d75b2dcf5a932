import type { DetailedCalendar } from '../calendar/computedCalendar.js';
import { insuranceKey, type Template } from '../calendar/template.js';
import type { AddressServiceId } from '../document/clinic.js';
import {
  type Aspects,
  boundsOf,
  differ,
  disagreements,
  openTimesOf,
  sourcesDuring,
} from './disagreements.js';
import { type Finding, finding, serviceId, timeText } from './finding.js';
import { firstFindings } from './firstFindings.js';

/** schedule-duration-conflict: overlapping windows give one service different durations. */
export function durationConflicts({
  calendar,
  zone,
  windows,
}: DetailedCalendar): readonly Finding[] {
  const openTimes = openTimesOf(windows);
  const disputed = [...durationsOf(openTimes.keys())].filter(([, durations]) => differ(durations));
  if (disputed.length === 0) return [];
  const bounds = boundsOf(openTimes);
  const conflicts = disputed.flatMap(([service, durations]) => {
    const id = serviceId(calendar, service);
    return disagreements(bounds, durations).map(({ start, end }) => ({
      start,
      end,
      id,
      durations,
    }));
  });
  return firstFindings(conflicts, ({ start, end, id, durations }) => {
    const time = { start, end };
    const sources = sourcesDuring(time, durations, openTimes);
    const message = `Windows of ${sources.join(' and ')} give service ${id} different durations at ${timeText(time, zone)}: the longest counts; make them equal.`;
    return finding('schedule-duration-conflict', calendar.id, time, [id, ...sources], message);
  });
}

function durationsOf(templates: Iterable<Template>): ReadonlyMap<AddressServiceId, Aspects> {
  const byService = new Map<AddressServiceId, Map<Template, number>>();
  for (const template of templates) {
    for (const { addressServiceId, duration } of template.services) {
      const own = byService.get(addressServiceId);
      if (own === undefined) byService.set(addressServiceId, new Map([[template, duration]]));
      else own.set(template, duration);
    }
  }
  return byService;
}

/** schedule-insurance-conflict: overlapping windows have different insurance settings. */
export function insuranceConflicts({
  calendar,
  zone,
  windows,
}: DetailedCalendar): readonly Finding[] {
  const openTimes = openTimesOf(windows);
  const settings = new Map(
    [...openTimes.keys()].map((template) => [template, insuranceKey(template.insurance)]),
  );
  if (!differ(settings)) return [];
  return firstFindings(disagreements(boundsOf(openTimes), settings), (time) => {
    const sources = sourcesDuring(time, settings, openTimes);
    const message = `Windows of ${sources.join(' and ')} have different insurance settings at ${timeText(time, zone)}: the one listed first counts; make them equal.`;
    return finding('schedule-insurance-conflict', calendar.id, time, sources, message);
  });
}
