import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command to its end and gives what it printed; fails with all of that if the command does. */
function run(command: string, args: readonly string[], cwd: string, input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    input,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error([command, ...args, `\n${stdout}${stderr}`].join(' '));
  return stdout;
}

/** What is there once a package is built. */
const BUILT = { cli: 'LICENSES.txt', engine: 'index.d.cts', sandbox: 'index.d.cts' } as const;

type PackageName = keyof typeof BUILT;

function pnpm(name: PackageName, ...args: readonly string[]): void {
  const { packageManager }: { readonly packageManager: string } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  run('npx', ['--yes', packageManager, '--filter', `@slotwright/${name}`, ...args], ROOT);
}

/** The folder of somebody who installed a package from its tarball. */
export interface Scratch {
  readonly write: (file: string, text: string) => void;
  /** Runs a program on Node and reads the JSON that it prints. */
  readonly node: (program: string, ...args: readonly string[]) => unknown;
  /** Gives the compiler's complaints, or nothing. */
  readonly tsc: (...args: readonly string[]) => string;
  readonly remove: () => void;
}

/** Packs a package as it would be published, building it if need be, and installs that with npm. */
export function installPacked(name: PackageName, ...others: readonly string[]): Scratch {
  if (!existsSync(join(ROOT, 'packages', name, 'dist', BUILT[name]))) pnpm(name, 'run', 'build');
  const folder = mkdtempSync(join(tmpdir(), 'slotwright-packed-'));
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  pnpm(name, 'pack', '--pack-destination', folder);
  const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  write('package.json', JSON.stringify({ private: true }));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  run('npm', ['install', ...quiet, ...tarballs.map((file) => `./${file}`), ...others], folder);
  return {
    write,
    node: (program, ...args) => JSON.parse(run(process.execPath, [...args, '-'], folder, program)),
    tsc: (...args) => {
      const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
      return spawnSync(process.execPath, [compiler, ...args], { cwd: folder, encoding: 'utf8' })
        .stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
