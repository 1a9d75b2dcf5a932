import { Readable } from 'node:stream';
import { err, ok } from 'neverthrow';
import type { Io, Output, WriteError } from '../src/io.js';
import { run } from '../src/program.js';

/** What a run left behind. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A world in which the clock stands at 2026-10-01T08:00:37Z. */
export interface World {
  readonly stdin?: string;
  readonly columns?: number;
  readonly clock?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Colours as `<green>…</green>`. */
  readonly colour?: 'shown';
  /** What standard output answers to every write. */
  readonly broken?: WriteError;
  /** Ctrl-C. */
  readonly interruption?: AbortSignal;
  /** Standard error is a terminal. */
  readonly terminal?: 'shown';
  /** What the person at the terminal answers; nobody is there if it is absent. */
  readonly answer?: string;
  /** Instead of a clock that stands still. */
  readonly time?: TestTime;
  /** Called with all of standard output whenever something is written to it. */
  readonly onOutput?: (out: string) => void;
}

/** Time that passes only while somebody sleeps. */
export interface TestTime {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A clock at 2026-10-01T08:00:37Z, for a command line and a sandbox together. */
export function testTime(start = '2026-10-01T08:00:37Z'): TestTime {
  let now = Date.parse(start);
  return {
    now: () => now,
    sleep: async (ms) => {
      now += Math.max(0, ms);
    },
  };
}

/** Runs a command line in this process. */
export async function slotwright(argv: readonly string[], world: World = {}): Promise<Ran> {
  const written = { out: '', err: '' };
  const time = world.time ?? testTime(world.clock);
  const { answer } = world;
  const output = (to: 'out' | 'err', broken: WriteError | undefined): Output => ({
    write: async (text) => {
      if (broken !== undefined) return err(broken);
      written[to] += text;
      if (to === 'out') world.onOutput?.(written.out);
      return ok(undefined);
    },
    columns: world.columns,
    kind: to === 'err' && world.terminal === 'shown' ? 'terminal' : 'stream',
    style: (format, text) => (world.colour === 'shown' ? `<${format}>${text}</${format}>` : text),
  });
  const io: Io = {
    stdin: Readable.from([Buffer.from(world.stdin ?? '')]),
    stdout: output('out', world.broken),
    stderr: output('err', undefined),
    env: world.env ?? {},
    now: time.now,
    uptime: time.now,
    sleep: time.sleep,
    interruption: () => world.interruption ?? new AbortController().signal,
    ask:
      answer === undefined
        ? undefined
        : async (question) => {
            written.err += question;
            return answer;
          },
  };
  const exit = await run(argv, io);
  return { exit, ...written };
}

/** The path of one of the clinics in the examples folder. */
export function example(name: string): string {
  return new URL(`../../../examples/${name}-clinic.yaml`, import.meta.url).pathname;
}

/** The dates of October that the examples are about. */
export const OCTOBER = ['--from', '2026-10-05', '--through', '2026-10-31'] as const;
