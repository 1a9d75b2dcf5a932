import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, slotwright, testTime } from '../terminal.js';

const page = readFileSync(new URL('../../../../docs/walkthrough.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'slotwright-walkthrough-'));
const time = testTime('2026-10-01T08:00:00Z');
const env = { SLOTWRIGHT_CLIENT_ID: 'sandbox', SLOTWRIGHT_CLIENT_SECRET: 'sandbox-secret' };
const FILES = /^(clinic\.yaml|(state|plan|bookings)\.json)$/;
const closing = new AbortController();
let ended: Promise<unknown> = Promise.resolve();
let url = '';

interface Command {
  readonly line: string;
  readonly shown: readonly string[];
}

/** The commands of the page in order, each with what the page shows below it. */
function commandsOf(text: string): readonly Command[] {
  return [...text.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split(/^(?=\$ )/m)
      .map((part) => part.trimEnd().split('\n'))
      .map(([first = '', ...shown]) => ({ line: first.slice(2), shown })),
  );
}

beforeAll(async () => {
  await mkdir(join(folder, 'examples'));
  copyFileSync(example('walkthrough'), join(folder, 'examples/walkthrough-clinic.yaml'));
});

afterAll(async () => {
  closing.abort();
  await ended;
  rmSync(folder, { recursive: true });
});

/** Starts the sandbox of the page on a free port, and resolves to what it printed. */
function serve(argv: readonly string[]): Promise<string> {
  const free = argv.map((word) => (word === '8080' ? '0' : word));
  return new Promise((resolve) => {
    ended = slotwright(free, { time, interruption: closing.signal, onOutput: resolve });
  });
}

/** Runs a line of the page; what a terminal shows of it, and the exit code. */
async function shownBy(line: string): Promise<{ readonly text: string; readonly exit: number }> {
  const [program = '', ...words] = line.split(' ');
  if (program === 'export') return { text: '', exit: 0 };
  if (program !== 'slotwright') {
    const here = line.replaceAll('http://127.0.0.1:8080', url);
    const text = await inShell(here);
    return { text, exit: 0 };
  }
  const argv = words.map((word) =>
    FILES.test(word) ? join(folder, word) : word.replace('http://127.0.0.1:8080', url),
  );
  if (words[0] === 'sandbox') {
    const text = await serve(argv);
    url = /http:[^,]+/.exec(text)?.[0] ?? '';
    return { text: text.replaceAll(url, 'http://127.0.0.1:8080'), exit: 0 };
  }
  const { exit, out, err } = await slotwright(argv, {
    env,
    time,
    terminal: 'shown',
    columns: 100,
    answer: 'yes',
  });
  // What is written over on a terminal is not seen any more; what was typed is.
  const lines = err.split('\r\u001b[2K');
  const seen = [...lines.slice(0, 1), ...lines.slice(1).slice(-1)]
    .join('')
    .replace('is taken: ', 'is taken: yes\n');
  const text = (seen + out).replaceAll(`${folder}/`, '').replaceAll(url, 'http://127.0.0.1:8080');
  return { text, exit };
}

async function inShell(line: string): Promise<string> {
  if (!line.startsWith('curl'))
    return execFileSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
  // The sandbox answers in this process, which must not be blocked.
  const [, to = '', body = ''] = /curl -s (\S+) -d '(.*)'/.exec(line) ?? [];
  return await (await fetch(to, { method: 'POST', body })).text();
}

/** Lines as the page shows them; `…` alone stands for any lines. */
function matches(shown: readonly string[], text: string): void {
  const quoted = (part: string): string => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = shown
    .join('\n')
    .split(/^…$/m)
    .map((part) => quoted(part.trim()))
    .join('[\\s\\S]*');
  if (!new RegExp(`^${pattern}$`).test(text.trim())) expect(text.trim()).toBe(shown.join('\n'));
}

describe('the walk-through, line by line', () => {
  const exits: number[] = [];
  test.each(commandsOf(page).map((command, index) => ({ index, ...command })))(
    '$index: $line',
    async ({ line, shown }) => {
      const { text, exit } = await shownBy(line);
      exits.push(exit);
      matches(shown, text);
    },
  );

  test('drift and the stale plan end with their codes', () => {
    expect(exits.filter((exit) => exit !== 0)).toEqual([5, 2]);
  });
});
