import { describeStep, type ProgressEvent, type WaitReason } from '@slotwright/adapter';
import { type Io, widthOf } from '../io.js';
import { printNote } from '../result.js';

/** Shows on standard error how far a run is. */
export interface ProgressDisplay {
  readonly show: (event: ProgressEvent) => void;
  /** Takes the line that is written over away. */
  readonly end: () => Promise<void>;
}

const CLEARED = '\r\u001b[2K';
/** Where lines cannot be written over, single steps are not told more often. */
const BETWEEN_LINES_MS = 10_000;

/** One line that is written over on a terminal; elsewhere a line now and then. */
export function progressDisplay(io: Io): ProgressDisplay {
  return io.stderr.kind === 'terminal' ? rewrittenLine(io) : plainLines(io);
}

function rewrittenLine(io: Io): ProgressDisplay {
  const width = widthOf(io.stderr) - 1;
  const write = async (text: string): Promise<void> => {
    (await io.stderr.write(text)).unwrapOr(undefined);
  };
  return {
    show: (event) => void write(`${CLEARED}${progressText(event).slice(0, width)}`),
    end: () => write(CLEARED),
  };
}

function plainLines(io: Io): ProgressDisplay {
  let last = io.now();
  return {
    show: (event) => {
      const isStep = event.type === 'step-started' || event.type === 'step-finished';
      if (event.type === 'calendar-started' || (isStep && io.now() - last < BETWEEN_LINES_MS))
        return;
      last = io.now();
      void printNote(io, progressText(event));
    },
    end: async () => undefined,
  };
}

/** `12 of 48 writes, 31 a minute, 1 min 10 s left: lopez-centro: replace the slots of 2026-10-05` */
function progressText(event: ProgressEvent): string {
  const { done, total, perMinute, leftMs } = event.progress;
  const parts = [
    `${done} of ${total} writes`,
    ...(perMinute === undefined ? [] : [`${perMinute.toFixed(0)} a minute`]),
    ...(leftMs === undefined || leftMs === 0 ? [] : [`${lengthText(leftMs)} left`]),
  ];
  return `${parts.join(', ')}: ${event.calendar}: ${doing(event)}`;
}

function doing(event: ProgressEvent): string {
  switch (event.type) {
    case 'calendar-started':
      return 'started';
    case 'verifying':
      return 'reading back what Docplanner shows';
    case 'calendar-finished':
      return 'finished';
    case 'step-started':
    case 'step-finished':
      return describeStep(event.step);
    case 'waiting':
      return `waiting for ${WAITED_FOR[event.reason]}`;
    case 'step-failed':
      return `failed to ${describeStep(event.step)}`;
    default:
      return event satisfies never;
  }
}

const WAITED_FOR = {
  'rate-limit': 'the rate limit',
  processing: 'Docplanner to process what was sent',
  'equal-request': 'Docplanner to forget an equal request',
  retry: 'the next try',
} as const satisfies Record<WaitReason, string>;

/** `50 s`, `1 min 10 s`, `2 h 5 min` */
function lengthText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
