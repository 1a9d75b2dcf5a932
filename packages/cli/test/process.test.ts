import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundled, COMMAND } from './build.js';
import { example, OCTOBER } from './terminal.js';

/** The command as it is shipped, built with the engine in it, in a folder of its own. */
const folder = mkdtempSync(join(tmpdir(), 'slotwright-cli-'));
const main = join(folder, 'main.mjs');
const PLAN = ['plan', example('madrid'), ...OCTOBER, '--now', '2026-10-01T08:00:00Z'];

beforeAll(async () => {
  await bundled(COMMAND, folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function slotwright(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...own } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...argv],
      { env: { ...own, ...env }, maxBuffer: 1 << 26 },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end();
  });
}

/** Runs a shell line in which `slotwright` is the command; the exit code is that of the command. */
function shell(line: string): Promise<Ended> {
  const command = line.replaceAll('slotwright', `"${process.execPath}" "${main}"`);
  return new Promise((resolve) => {
    const child = execFile('bash', ['-c', command], (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}

describe('the process', () => {
  test('prints a plan without colour where there is no terminal', async () => {
    const { code, out, err } = await slotwright(PLAN);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Plan for 2026-10-05 to 2026-10-31');
    expect(out).not.toContain('\u001b');
  });

  test('FORCE_COLOR colours, NO_COLOR does not', async () => {
    expect((await slotwright(PLAN, { FORCE_COLOR: '1' })).out).toContain('\u001b[33mwarning');
    expect((await slotwright(PLAN, { NO_COLOR: '1' })).out).not.toContain('\u001b');
  });

  test('COLUMNS gives the width where there is no terminal', async () => {
    const widest = async (COLUMNS: string): Promise<number> => {
      const { out } = await slotwright(['check', ...PLAN.slice(1)], { COLUMNS });
      return Math.max(...out.split('\n').map(({ length }) => length));
    };
    expect(await widest('50')).toBeLessThanOrEqual(50);
    expect(await widest('120')).toBeGreaterThan(50);
  });

  test('a closed pipe ends quietly with 0', async () => {
    const { code, out, err } = await shell(
      `slotwright ${PLAN.join(' ')} --format json --split per-date | head -n 1; exit \${PIPESTATUS[0]}`,
    );
    expect({ code, out, err }).toEqual({ code: 0, out: '{\n', err: '' });
  });

  test('a full disk is an error', async () => {
    const { code, err } = await shell(`slotwright ${PLAN.join(' ')} > /dev/full`);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: the result could not be written: .*\n$/);
  });

  test('standard input is a document', async () => {
    const { code, out } = await shell(`slotwright check - --weeks 1 < ${example('night')}`);
    expect(code).toBe(0);
    expect(out).toContain('1 calendar: no errors');
  });

  test('exit codes reach the shell', async () => {
    expect((await slotwright(['plan', '/nowhere.yaml'])).code).toBe(1);
    expect((await slotwright(['plan', ...PLAN.slice(1), '--detailed-exitcode'])).code).toBe(2);
    expect(
      (await slotwright(['check', example('sao-paulo'), ...OCTOBER, '--now', '2026-10-01T08:00Z']))
        .code,
    ).toBe(3);
    expect((await slotwright(['plan'])).code).toBe(64);
    expect((await slotwright([])).code).toBe(64);
  });

  test('Ctrl-C while it waits ends with 130', async () => {
    const child = spawn(process.execPath, [main, 'plan', '-'], { stdio: 'pipe' });
    // Once the process reads its input it has long set itself up; a slow machine only waits longer.
    const code = await new Promise((resolve) => {
      child.on('exit', resolve);
      child.stdin.write('version: 1\n'.repeat(20_000), () => child.kill('SIGINT'));
    });
    expect(code).toBe(130);
  });
});

test('the bundle starts with the shebang', () => {
  expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
