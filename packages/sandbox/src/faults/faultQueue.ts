import { type Fault, faultMatches } from './fault.js';

export interface FaultQueue {
  add(fault: Fault): void;
  /** The oldest fault that matches, used up by one. */
  take(method: string, path: string): Fault | null;
  clear(): void;
}

/** Faults that wait for their requests. */
export function createFaultQueue(): FaultQueue {
  let waiting: readonly { readonly fault: Fault; readonly left: number }[] = [];
  return {
    add(fault) {
      waiting = [...waiting, { fault, left: fault.count ?? 1 }];
    },
    take(method, path) {
      const hit = waiting.find((entry) => faultMatches(entry.fault, method, path));
      if (hit === undefined) return null;
      waiting = waiting.flatMap((entry) => {
        if (entry !== hit) return [entry];
        return entry.left > 1 ? [{ ...entry, left: entry.left - 1 }] : [];
      });
      return hit.fault;
    },
    clear() {
      waiting = [];
    },
  };
}
