import type { PublishedService, Template } from '../availability/template.js';
import type { Insurance } from '../document/clinic.js';
import type { Configuration } from './configuration.js';

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
  /** By the service's order; the longest duration where windows disagree. */
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

function segmentsOf(windows: readonly DayWindow[]): readonly Segment[] {
  const byRank = [...windows].sort((a, b) => a.template.rank - b.template.rank);
  const bounds = [...new Set(windows.flatMap(({ start, end }) => [start, end]))];
  bounds.sort((a, b) => a - b);
  return bounds.slice(1).map((end, index) => {
    const start = bounds[index] ?? end;
    const covering = byRank.filter((window) => window.start <= start && end <= window.end);
    const open = new Map<number, PublishedService>();
    for (const { template } of covering) {
      for (const service of template.services) {
        const known = open.get(service.order);
        if (known === undefined || known.duration < service.duration) {
          open.set(service.order, service);
        }
      }
    }
    return { start, end, open, insurance: covering[0]?.template.insurance };
  });
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
