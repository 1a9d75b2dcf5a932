import type { Clock, ProgressEvent } from '@slotwright/adapter';
import type { Io } from '../io.js';
import { printNote } from '../result.js';
import type { CalendarNames } from './calendarNames.js';
import { progressText } from './progressText.js';

/** Shows on standard error how far a run is. */
export interface ProgressDisplay {
  readonly show: (event: ProgressEvent) => void;
  /** Takes the line that is written over away; nothing is shown any more. */
  readonly end: () => Promise<void>;
}

type ProgressIo = Pick<Io, 'stderr' | 'now' | 'sleep'>;

const CLEARED = '\r\u001b[2K';
/** Where lines cannot be written over, single steps are not told more often. */
const BETWEEN_LINES_MS = 10_000;
/** What a terminal shows of Ctrl-C, `^C`, must not break the line: of two rows only one would be cleared. */
const SPARE_COLUMNS = 3;
const DEFAULT_WIDTH = 80;

/** One line that is written over on a terminal; elsewhere a line now and then. `clock` is that of the run. */
export function progressDisplay(
  io: ProgressIo,
  clock: Clock,
  names: CalendarNames,
): ProgressDisplay {
  return io.stderr.kind === 'terminal'
    ? rewrittenLine(io, clock, names)
    : plainLines(io, clock, names);
}

/** While something is waited for, the line counts the seconds down until the next event. */
function rewrittenLine(
  { stderr, sleep }: ProgressIo,
  clock: Clock,
  names: CalendarNames,
): ProgressDisplay {
  let shown = new AbortController();
  let ended = false;
  const write = async (text: string): Promise<void> => {
    (await stderr.write(text)).unwrapOr(undefined);
  };
  const draw = (event: ProgressEvent): void => {
    // Asked anew for every line: a window may have been made narrower.
    const width = Math.max(0, (stderr.columns ?? DEFAULT_WIDTH) - SPARE_COLUMNS);
    void write(CLEARED + progressText(event, names, clock.now()).slice(0, width));
  };
  const countDown = async (event: ProgressEvent, until: number, signal: AbortSignal) => {
    const since = clock.now();
    while (until - clock.now() > SECOND_MS) {
      await sleep((until - clock.now()) % SECOND_MS || SECOND_MS, signal);
      if (signal.aborted) return;
      draw(withLessLeft(event, clock.now() - since));
    }
  };
  return {
    show: (event) => {
      if (ended) return;
      shown.abort();
      shown = new AbortController();
      draw(event);
      if (event.type === 'waiting') void countDown(event, event.until, shown.signal);
    },
    end: async () => {
      ended = true;
      shown.abort();
      await write(CLEARED);
    },
  };
}

const SECOND_MS = 1_000;

/** The same event so many milliseconds later. */
function withLessLeft(event: ProgressEvent, ms: number): ProgressEvent {
  const { leftMs, ...progress } = event.progress;
  const left = leftMs === undefined ? undefined : Math.max(0, leftMs - ms);
  return { ...event, progress: { ...progress, leftMs: left } };
}

function plainLines(
  io: Pick<ProgressIo, 'stderr' | 'now'>,
  clock: Clock,
  names: CalendarNames,
): ProgressDisplay {
  let last = io.now();
  let told = 0;
  return {
    show: (event) => {
      if (event.type === 'waiting') {
        // Calendars that are worked on at once wait for the same turn.
        if (Math.abs(event.until - told) < BETWEEN_LINES_MS) return;
        told = event.until;
      }
      const isStep = event.type === 'step-started' || event.type === 'step-finished';
      if (event.type === 'calendar-started' || (isStep && io.now() - last < BETWEEN_LINES_MS))
        return;
      last = io.now();
      void printNote(io, progressText(event, names, clock.now()));
    },
    end: async () => undefined,
  };
}
