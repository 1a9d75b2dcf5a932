import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundled, COMMAND } from '../build.js';
import { type Clinic, CREDENTIALS, DATES, openClinic, writesOf } from './clinic.js';

/** The command as it is shipped, in a process of its own. */
const folder = mkdtempSync(join(tmpdir(), 'slotwright-killed-'));
let main = '';

beforeAll(async () => {
  main = await bundled(COMMAND, folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
}

function start(clinic: Clinic): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const argv = [
    ...['apply', clinic.path('clinic.yaml'), '--yes', ...DATES],
    ...['--state', clinic.path('state.json'), '--base-url', clinic.sandbox.url],
    ...['--now', '2026-10-01T08:00:00Z'],
  ];
  const child = spawn(process.execPath, [main, ...argv], {
    env: { ...process.env, ...CREDENTIALS },
  });
  let out = '';
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, out }));
  });
  return { child, ended };
}

test.each([
  ['SIGKILL', { code: null, signal: 'SIGKILL' }],
  ['SIGINT', { code: 130, signal: null }],
  ['SIGTERM', { code: 130, signal: null }],
  ['SIGHUP', { code: 130, signal: null }],
] as const)('%s at any call, and the next run finishes', async (signal, end) => {
  const killedAt = async (fatal: number): Promise<void> => {
    let running: ChildProcess | undefined;
    let writes = 0;
    const clinic = await openClinic({
      onRequest: ({ method, path }) => {
        if (method === 'GET' || !path.startsWith('/api')) return;
        writes += 1;
        if (writes === fatal) running?.kill(signal);
      },
    });
    const first = start(clinic);
    running = first.child;
    expect(await first.ended).toMatchObject(end);
    running = undefined;
    const second = await start(clinic).ended;
    expect(second.out).toContain('Done: 1 of 1 calendar');
    expect(second.code).toBe(0);
    const breaks = writesOf(clinic).filter((call) => call === 'POST /breaks 201');
    expect(breaks).toHaveLength(1);
    const state = ['--state', clinic.path('state.json')];
    const drift = await clinic.run(['drift', clinic.path('clinic.yaml'), ...DATES, ...state]);
    expect(drift.exit).toBe(0);
  };
  await Promise.all([2, 4, 7].map(killedAt));
});
