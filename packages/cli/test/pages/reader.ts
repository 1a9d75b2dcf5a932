import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemPorts } from '@slotwright/adapter';
import { slotwright, type TestTime, testTime } from '../terminal.js';

const ROOT = new URL('../../../../', import.meta.url).pathname;
const MAIN = join(ROOT, 'packages/cli/dist/main.js');
/** The port that the pages name. */
const PORT = '8080';
const COLUMNS = 100;

/** Somebody who types a page's commands, one after the other, in a fresh clone of the project. */
export interface Reader {
  /** What the terminal shows then, and the exit code. */
  readonly type: (line: string) => Promise<{ readonly text: string; readonly exit: number }>;
  readonly leave: () => Promise<void>;
}

/**
 * A reader of a page. Where the page says what time it is (`--now`) that is the time; else it is now. What the
 * page says about the port is true of a free one.
 */
export async function openReader(page: string): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'slotwright-page-'));
  for (const name of readdirSync(ROOT)) {
    if (name !== '.git') symlinkSync(join(ROOT, name), join(folder, name));
  }
  const home = process.cwd();
  process.chdir(folder);
  const free = String(await freePort());
  const now = /--now (\S+)/.exec(page)?.[1];
  const time = now === undefined ? realTime() : testTime(now);
  const env: Record<string, string> = {};
  /** Variables that the reader has set: every shell below starts with them. */
  const setting: string[] = [];
  const closing = new AbortController();
  const running: Promise<unknown>[] = [];

  const inShell = (line: string): Promise<{ readonly text: string; readonly exit: number }> => {
    const script = ['slotwright() { node "$SLOTWRIGHT_MAIN" "$@"; }', ...setting, line].join('\n');
    return new Promise((resolve) => {
      const own = { ...process.env, ...env, SLOTWRIGHT_MAIN: MAIN, COLUMNS: `${COLUMNS}` };
      const child = execFile('bash', ['-c', script], { env: own }, (_, out, err) =>
        resolve({ text: out + err, exit: child.exitCode ?? 1 }),
      );
    });
  };

  const inProcess = async (argv: readonly string[]) => {
    const { exit, out, err } = await slotwright(argv, {
      env,
      time,
      terminal: 'shown',
      columns: COLUMNS,
      answer: 'yes',
    });
    // What is written over on a terminal is not seen any more; what was typed is.
    const lines = err.split('\r\u001b[2K');
    const seen = [...lines.slice(0, 1), ...lines.slice(1).slice(-1)].join('');
    return { text: seen.replace('is taken: ', 'is taken: yes\n') + out, exit };
  };

  const serve = (argv: readonly string[]): Promise<{ text: string; exit: number }> =>
    new Promise((resolve) => {
      const onOutput = (text: string): void => resolve({ text, exit: 0 });
      const world = { env, time, interruption: closing.signal, columns: COLUMNS, onOutput };
      running.push(slotwright(argv, world).then(({ exit, err }) => resolve({ text: err, exit })));
    });

  const run = async (line: string): Promise<{ readonly text: string; readonly exit: number }> => {
    if (/^(export )?[A-Z_]+=/.test(line)) {
      setting.push(line);
      const said = await inShell('env -0');
      for (const pair of said.text.split('\0')) {
        const [, name = '', value = ''] = /^(SLOTWRIGHT_CLIENT\w+)=([\s\S]*)$/.exec(pair) ?? [];
        if (name !== '') env[name] = value;
      }
      return { text: '', exit: said.exit };
    }
    // The name that a page gives the command must be one that works.
    if (line.startsWith('alias ')) {
      const { exit } = await inShell(`shopt -s expand_aliases\n${line}\nslotwright --version`);
      return { text: '', exit };
    }
    const parts = line.split(' && ');
    if (parts.length > 1 && parts.every(isOurs)) {
      let text = '';
      for (const part of parts) {
        const ran = await run(part);
        text += ran.text;
        if (ran.exit !== 0) return { text, exit: ran.exit };
      }
      return { text, exit: 0 };
    }
    if (!isOurs(line)) return await inShell(line);
    const [command = '', file] = line.split(' > ');
    const argv = command.split(' ').slice(1);
    if (argv[0] === 'sandbox') return await serve(argv);
    const ran = await inProcess(argv);
    if (file === undefined) return ran;
    writeFileSync(file, ran.text);
    return { ...ran, text: '' };
  };

  return {
    type: async (line) => {
      const { text, exit } = await run(line.replaceAll(PORT, free));
      return { text: text.replaceAll(free, PORT), exit };
    },
    leave: async () => {
      closing.abort();
      await Promise.all(running);
      process.chdir(home);
      rmSync(folder, { recursive: true });
    },
  };
}

/** A command that needs no shell. */
function isOurs(line: string): boolean {
  return /^slotwright [^|'"$]*$/.test(line);
}

function realTime(): TestTime {
  const { signal } = new AbortController();
  return {
    now: Date.now,
    sleep: (ms) => systemPorts.sleep(ms, signal),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
