import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../build.js';

/** Locks among real processes: killed, stopped, in other containers, on a full disk. */
const LEASE_MS = 1_000;
const root = mkdtempSync(join(tmpdir(), 'slotwright-locks-'));
const running = new Set<ChildProcess>();
let main = '';
let state = '';
let count = 0;

beforeAll(async () => {
  main = await bundled(new URL('./worker.ts', import.meta.url), root);
}, 60_000);
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const newState = (): void => {
  count += 1;
  state = join(root, `state-${count}`);
};

interface Worker {
  readonly child: ChildProcess;
  /** What it says next. */
  readonly says: () => Promise<string>;
  readonly tell: (line: string) => Promise<string>;
}

/** Starts a worker; `within` is a command to run it by. */
function worker({
  within = [],
  args = [],
}: {
  within?: readonly string[];
  args?: readonly string[];
} = {}): Worker {
  const [command = '', ...rest] = [
    ...within,
    process.execPath,
    main,
    state,
    String(LEASE_MS),
    ...args,
  ];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const said: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest_ = '';
  child.stdout.on('data', (data) => {
    const lines = (rest_ + String(data)).split('\n');
    rest_ = lines.pop() ?? '';
    for (const line of lines) {
      const next = waiting.shift();
      if (next === undefined) said.push(line);
      else next(line);
    }
  });
  const says = (): Promise<string> => {
    const line = said.shift();
    if (line !== undefined) return Promise.resolve(line);
    return new Promise((resolve) => {
      waiting.push(resolve);
      child.once('close', () => resolve('ended'));
    });
  };
  const tell = (line: string): Promise<string> => {
    child.stdin.write(`${line}\n`);
    return says();
  };
  return { child, says, tell };
}

const gone = ({ child }: Worker): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

test('a living process keeps it, a killed one does not', async () => {
  newState();
  const first = worker();
  expect(await first.says()).toBe('locked 0');
  expect(await first.tell('save')).toBe('save done');
  expect(await worker().says()).toBe('locked-state');
  await gone(first);
  const second = worker();
  expect(await took(async () => expect(await second.says()).toBe('locked 1'))).toBeLessThan(
    LEASE_MS + 2_000,
  );
});

test('one that was stopped for longer than it lasts has lost it, and writes over nothing', async () => {
  newState();
  const sleeper = worker();
  expect(await sleeper.says()).toBe('locked 0');
  sleeper.child.kill('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, LEASE_MS * 1.2));
  const other = worker();
  expect(await other.says()).toBe('locked 0');
  expect(await other.tell('save')).toBe('save done');
  const text = readFileSync(join(state, '1,2,3', 'calendar.json'), 'utf8');
  sleeper.child.kill('SIGCONT');
  expect(await sleeper.tell('hold')).toBe('lost-lock');
  expect(await sleeper.tell('save')).toBe('lost-lock');
  expect(readFileSync(join(state, '1,2,3', 'calendar.json'), 'utf8')).toBe(text);
  expect(await other.tell('hold')).toBe('hold done');
  expect(await other.tell('release')).toBe('released');
});

test('people break it', async () => {
  newState();
  const first = worker();
  expect(await first.says()).toBe('locked 0');
  expect(await worker({ args: ['break'] }).says()).toBe('locked 0');
  expect(await first.tell('hold')).toBe('lost-lock');
});

/** Whether this machine lets us have namespaces of our own. */
const isAllowed = (flags: readonly string[], ...command: string[]): boolean =>
  spawnSync('unshare', [...flags, ...(command.length === 0 ? ['true'] : command)]).status === 0;
const CONTAINER = ['--map-root-user', '--pid', '--fork', '--mount-proc', '--kill-child'];

describe.skipIf(!isAllowed(CONTAINER))('in another container', () => {
  test('a living process keeps it, though its pid means nothing here', async () => {
    newState();
    const inside = worker({ within: ['unshare', ...CONTAINER] });
    expect(await inside.says()).toBe('locked 0');
    const lock = JSON.parse(readFileSync(join(state, '1,2,3', 'lock.1'), 'utf8'));
    expect(lock.process.pid).toBe(1);
    expect(await worker().says()).toBe('locked-state');
    expect(await inside.tell('hold')).toBe('hold done');
  });

  test('one that was killed as process 1 has lost it after a lease, also to the next process 1', async () => {
    newState();
    const inside = worker({ within: ['unshare', ...CONTAINER] });
    expect(await inside.says()).toBe('locked 0');
    expect(await inside.tell('save')).toBe('save done');
    await gone(inside);
    const next = worker({ within: ['unshare', ...CONTAINER] });
    expect(await next.says()).toBe('locked 1');
    expect(await next.tell('release')).toBe('released');
    expect(readdirSync(join(state, '1,2,3')).sort()).toEqual(['calendar.json', 'lock.2']);
  });
});

const SMALL_DISK = ['--map-root-user', '--mount'];
const mounted = (folder: string): string => `mount -t tmpfs -o size=64k none ${folder}`;

describe.skipIf(!isAllowed(SMALL_DISK, 'sh', '-c', mounted('/mnt')))('on a full disk', () => {
  /** Commands in a shell whose working folder is a disk of 64 KiB. */
  const onDisk = (script: string): string => {
    newState();
    mkdirSync(state);
    const text = `${mounted(state)} && cd ${state} && { ${script}; }`;
    const options = { encoding: 'utf8', timeout: 20_000 } as const;
    return spawnSync('unshare', [...SMALL_DISK, 'sh', '-c', text], options).stdout;
  };
  const run = (...lines: string[]): string =>
    `printf '${lines.map((line) => `${line}\\n`).join('')}' | ${command()}`;
  const command = (): string => `${process.execPath} ${main} s ${LEASE_MS}`;
  const fill = 'dd if=/dev/zero of=full bs=1k count=100 2>/dev/null';

  test('nothing is locked or half written, and once there is room it goes on', () => {
    const script = [fill, run('save'), 'rm full', run('save', 'release')].join('; ');
    expect(onDisk(script)).toBe('unusable-state ENOSPC\nlocked 0\nsave done\nreleased\n');
  });

  test('what was saved before stays, and the lock can be held and given back', () => {
    const told = ['echo hold', 'sleep 1.5', fill, 'echo save', 'echo hold', 'echo release'];
    const inTheMiddle = `{ ${told.join('; ')}; } | ${command()}`;
    const script = [run('save', 'release'), inTheMiddle, 'rm full', run('release')];
    expect(onDisk(script.join('; '))).toBe(
      [
        ...['locked 0', 'save done', 'released'],
        ...['locked 1', 'hold done', 'unusable-state ENOSPC', 'hold done', 'released'],
        ...['locked 1', 'released', ''],
      ].join('\n'),
    );
  });
});
