import type { Readable } from 'node:stream';
import type { Result } from 'neverthrow';

/** A colour or weight that means something in this program's output. */
export type Format = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green' | 'magenta';

/** Wraps text in colour, or returns it unchanged where colour is off. */
export type Style = (format: Format, text: string) => string;

/** Why an output takes no more: its reader went away (`| head`), or the write failed (disk full). */
export type WriteError =
  | { readonly type: 'closed' }
  | { readonly type: 'failed'; readonly message: string };

/** Standard output or standard error. */
export interface Output {
  /** Resolves once the stream takes more. */
  readonly write: (text: string) => Promise<Result<undefined, WriteError>>;
  /** Width of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** On a terminal a line can be written over. */
  readonly kind: 'terminal' | 'stream';
  readonly style: Style;
}

/** All that a command knows of the outside world. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Milliseconds by a clock that nobody can set. */
  readonly uptime: () => number;
  /**
   * From the first call on, an interruption (Ctrl-C) aborts this signal instead of ending the process,
   * so that a command can end well; a second one ends it.
   */
  readonly interruption: () => AbortSignal;
  /** Resolves after so many milliseconds, earlier when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * Asks the person at the terminal and resolves to the line typed, or to undefined where it ends without
   * one. Undefined where there is nobody to ask.
   */
  readonly ask:
    | ((question: string, signal: AbortSignal) => Promise<string | undefined>)
    | undefined;
}

const DEFAULT_WIDTH = 80;
const MIN_WIDTH = 40;

/** The width to write for: the terminal's, else 80; what is narrower than 40 is left to wrap. */
export function widthOf({ columns }: Output): number {
  return Math.max(columns ?? DEFAULT_WIDTH, MIN_WIDTH);
}
