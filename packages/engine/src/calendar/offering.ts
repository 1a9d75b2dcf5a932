import type { Insurance } from '../document/clinic.js';
import type { PublishedService, Template } from './template.js';

interface Offered {
  readonly template: Template;
}

/** What the windows that are open offer together, kept up to date as they open and close. */
export interface Offering {
  readonly open: (window: Offered) => void;
  readonly close: (window: Offered) => void;
  /** By the service's order; the longest duration where windows disagree. */
  readonly services: () => Map<number, PublishedService>;
  /** The setting of the window that the document lists first. */
  readonly insurance: () => Insurance | undefined;
}

/** How many open windows give a service a duration. */
interface Counted {
  readonly service: PublishedService;
  count: number;
}

export function newOffering(): Offering {
  const windows = new Set<Offered>();
  const byService = new Map<number, Map<number, Counted>>();

  const count = (service: PublishedService, change: 1 | -1): void => {
    const durations = byService.get(service.order) ?? new Map<number, Counted>();
    byService.set(service.order, durations);
    const counted = durations.get(service.duration) ?? { service, count: 0 };
    counted.count += change;
    if (counted.count === 0) durations.delete(service.duration);
    else durations.set(service.duration, counted);
  };

  return {
    open: (window) => {
      windows.add(window);
      for (const service of window.template.services) count(service, 1);
    },
    close: (window) => {
      windows.delete(window);
      for (const service of window.template.services) count(service, -1);
    },
    services: () => {
      const longest = new Map<number, PublishedService>();
      for (const [order, durations] of byService) {
        let best: PublishedService | undefined;
        for (const { service } of durations.values()) {
          if (best === undefined || service.duration > best.duration) best = service;
        }
        if (best !== undefined) longest.set(order, best);
      }
      return longest;
    },
    insurance: () => {
      let first: Offered | undefined;
      for (const window of windows) {
        if (first === undefined || window.template.rank < first.template.rank) first = window;
      }
      return first?.template.insurance;
    },
  };
}
