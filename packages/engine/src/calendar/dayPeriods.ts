import type { Insurance } from '../document/clinic.js';
import type { Configuration } from './configuration.js';
import { newOffering } from './offering.js';
import type { PublishedService, Template } from './template.js';

/** A window's part in one date, in minutes after the date's start. */
export interface DayWindow {
  readonly start: number;
  readonly end: number;
  readonly template: Template;
}

/** A base period of one date, in minutes after the date's start. */
export interface DayPeriod {
  readonly start: number;
  readonly end: number;
  readonly configuration: Configuration;
}

/** A stretch between two neighbouring bounds of windows: what is open does not change in it. */
interface Segment {
  readonly start: number;
  readonly end: number;
  /** By the service's order. */
  readonly open: Map<number, PublishedService>;
  readonly insurance: Insurance | undefined;
}

/**
 * The base periods of one date: maximal stretches with the same services, durations and insurance,
 * leaving out a service wherever its time in one piece is too short for it.
 */
export function dayPeriods(
  windows: readonly DayWindow[],
  configurationOf: (
    services: readonly PublishedService[],
    insurance: Insurance | undefined,
  ) => Configuration | undefined,
): readonly DayPeriod[] {
  const segments = segmentsOf(windows);
  dropShortRuns(segments);
  const periods: { start: number; end: number; configuration: Configuration }[] = [];
  let last: (typeof periods)[number] | undefined;
  for (const { start, end, open, insurance } of segments) {
    const services = [...open.values()].sort((a, b) => a.order - b.order);
    const configuration = configurationOf(services, insurance);
    if (configuration === undefined) continue;
    if (last?.end === start && last.configuration === configuration) {
      last.end = end;
    } else {
      last = { start, end, configuration };
      periods.push(last);
    }
  }
  return periods;
}

/** Goes through the bounds of the windows in order, keeping account of what is open. */
function segmentsOf(windows: readonly DayWindow[]): readonly Segment[] {
  const bounds = windows.flatMap((window) => [
    { at: window.start, window, opens: true },
    { at: window.end, window, opens: false },
  ]);
  bounds.sort((a, b) => a.at - b.at);
  const offering = newOffering();
  const segments: Segment[] = [];
  bounds.forEach(({ at, window, opens }, index) => {
    if (opens) offering.open(window);
    else offering.close(window);
    const end = bounds[index + 1]?.at;
    if (end === undefined || end === at) return;
    const open = offering.services();
    segments.push({ start: at, end, open, insurance: offering.insurance() });
  });
  return segments;
}

/** Nobody could book a service in less time than it takes, and there it must not shape the grid. */
function dropShortRuns(segments: readonly Segment[]): void {
  const running = new Map<number, { from: number; shortest: number }>();
  const end = (order: number, through: number): void => {
    const run = running.get(order);
    if (run === undefined) return;
    running.delete(order);
    const start = segments[run.from]?.start ?? 0;
    const length = (segments[through]?.end ?? start) - start;
    if (length >= run.shortest) return;
    for (const segment of segments.slice(run.from, through + 1)) segment.open.delete(order);
  };
  segments.forEach(({ open }, index) => {
    for (const order of [...running.keys()]) if (!open.has(order)) end(order, index - 1);
    for (const [order, { duration }] of open) {
      const run = running.get(order);
      if (run === undefined) running.set(order, { from: index, shortest: duration });
      else if (duration < run.shortest) run.shortest = duration;
    }
  });
  for (const order of [...running.keys()]) end(order, segments.length - 1);
}
