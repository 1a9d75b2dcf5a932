import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
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
    uptime: () => Number(process.hrtime.bigint() / 1_000_000n),
    interruption: interruption(),
    sleep,
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
  };
}

/** Of Node, as the adapter's would load the adapter for every command that asks no server. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  // It rejects where it is interrupted.
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

/** Asks on standard error, as standard output carries only the result. */
function ask(question: string, signal: AbortSignal): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise<string | undefined>((resolve) => {
    if (signal.aborted) return resolve(undefined);
    const give = (): void => resolve(undefined);
    signal.addEventListener('abort', give, { once: true });
    reader.on('close', give);
    // Within a reader Ctrl-C is a key; it is to interrupt the process as always.
    reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    reader.question(question, resolve);
  })
    .then((answer) => {
      // The question has no line end of its own.
      if (answer === undefined) process.stderr.write('\n');
      return answer;
    })
    .finally(() => reader.close());
}

/** Ctrl-C, a polite kill, and a terminal that goes away: they end the process, unless a command has asked to be told. */
function interruption(): Io['interruption'] {
  const controller = new AbortController();
  let awaited = false;
  const interrupt = (): void => {
    if (!awaited || controller.signal.aborted) {
      // A line of progress may stand there.
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
      process.exit(EXIT.interrupted);
    }
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
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
    // A terminal that does not know its width says 0.
    get columns() {
      return stream.columns || Number(process.env.COLUMNS) || undefined;
    },
    kind: stream.isTTY ? 'terminal' : 'stream',
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
