import type { Step } from '@slotwright/engine';
import type { Settings } from './applyOptions.js';
import type { Ending } from './ending.js';
import { type ProgressEvent, progressOf } from './progress.js';

/** What all calendars of a run share: whether to go on, and how far they are. */
export interface Course {
  /** Why nothing more may be sent; undefined while it may. */
  readonly ending: () => Ending | undefined;
  /** The same for a write call, which takes one of those that are allowed. */
  readonly beforeWrite: () => Ending | undefined;
  /** The first reason stands. */
  readonly stop: (ending: Ending) => void;
  readonly tell: (type: EventType, calendar: string, step?: Step) => void;
  /** A step has become several. */
  readonly more: (steps: number) => void;
  /** Whether a calendar was reached: too many in a row that were not end the run. */
  readonly reached: (outcome: 'reached' | 'unreachable') => void;
}

type EventType = ProgressEvent['type'];

const MAX_UNREACHABLE = 3;

export function course(
  { ports, signal, maxWrites, onProgress }: Settings,
  plannedSteps: number,
): Course {
  const startedAt = ports.clock.now();
  let ended: Ending | undefined;
  let writes = 0;
  let done = 0;
  let total = plannedSteps;
  let unreachable = 0;
  const stop = (ending: Ending): void => {
    ended ??= ending;
  };
  const ending = (): Ending | undefined => {
    if (signal.aborted) stop({ type: 'interrupted' });
    return ended;
  };
  return {
    ending,
    stop,
    beforeWrite: () => {
      if (ending() === undefined && writes >= maxWrites) stop({ type: 'max-writes' });
      if (ended === undefined) writes += 1;
      return ended;
    },
    more: (steps) => {
      total += steps;
    },
    reached: (outcome) => {
      unreachable = outcome === 'reached' ? 0 : unreachable + 1;
      if (unreachable >= MAX_UNREACHABLE) stop({ type: 'unreachable' });
    },
    tell: (type, calendar, step) => {
      if (type === 'step-finished') done += 1;
      const progress = progressOf(done, total, ports.clock.now() - startedAt);
      tellSafely(onProgress, eventOf(type, calendar, step, progress));
    },
  };
}

function eventOf(
  type: EventType,
  calendar: string,
  step: Step | undefined,
  progress: ProgressEvent['progress'],
): ProgressEvent | undefined {
  switch (type) {
    case 'calendar-started':
    case 'verifying':
    case 'calendar-finished':
      return { type, calendar, progress };
    case 'step-started':
    case 'step-finished':
    case 'step-failed':
      return step === undefined ? undefined : { type, calendar, step, progress };
    default:
      return type satisfies never;
  }
}

/** An observer that throws must not change what happens. */
function tellSafely(
  onProgress: (event: ProgressEvent) => void,
  event: ProgressEvent | undefined,
): void {
  try {
    if (event !== undefined) onProgress(event);
  } catch {
    // Nobody else is interested.
  }
}
