import { styleText } from 'node:util';
import { err, ok } from 'neverthrow';
import { EXIT } from './exit.js';
import type { Io, Output, WriteError } from './io.js';

/** The process's own streams, environment and clock. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: streamOutput(process.stdout),
    stderr: streamOutput(process.stderr),
    env: process.env,
    now: Date.now,
    interruption: interruption(),
  };
}

/** Ctrl-C and a polite kill: they end the process, unless a command has asked to be told. */
function interruption(): Io['interruption'] {
  const controller = new AbortController();
  let awaited = false;
  const interrupt = (): void => {
    if (!awaited || controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return () => {
    awaited = true;
    return controller.signal;
  };
}

/** A stream as an output: writes wait for it, and its errors are answers, not exceptions. */
function streamOutput(stream: NodeJS.WriteStream): Output {
  // Every failed write also raises an event, which would end the process if nobody listened.
  stream.on('error', () => undefined);
  return {
    write: async (text) => {
      const error = await new Promise<Error | null | undefined>((resolve) => {
        stream.write(text, resolve);
      });
      return error == null ? ok(undefined) : err(writeError(error));
    },
    columns: stream.columns ?? (Number(process.env.COLUMNS) || undefined),
    style: (format, text) => styleText(format, text, { stream }),
  };
}

const CLOSED = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

function writeError(error: NodeJS.ErrnoException): WriteError {
  return CLOSED.has(error.code ?? '')
    ? { type: 'closed' }
    : { type: 'failed', message: error.message };
}
