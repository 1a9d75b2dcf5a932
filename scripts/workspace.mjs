// Runs pnpm for people who have only Node and npm, and installs and builds what has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, 'node_modules', '.slotwright');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Runs a command in the project's root; ends this process with its code if it fails. */
export function run(command, args, env = {}, stdio = 'inherit') {
  const started = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio,
    shell: process.platform === 'win32',
  });
  if (started.error) throw started.error;
  if (started.status === 0) return;
  if (started.stdout) process.stderr.write(started.stdout);
  if (started.stderr) process.stderr.write(started.stderr);
  process.exit(started.status ?? 1);
}

/** pnpm in the version that package.json names; npm itself fetches it. */
export function pnpm(args, env) {
  run('npx', ['--yes', packageManager, ...args], env);
}

/** The same, and what it prints is shown only if it fails. */
function quietPnpm(args) {
  run('npx', ['--yes', packageManager, ...args], {}, 'pipe');
}

/** A tool of the workspace, without starting pnpm. */
export function tool(name, args, env) {
  run(process.execPath, [join(root, 'node_modules', name), ...args], env);
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (['node_modules', 'dist', '.git'].includes(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash
      .update(relative('.', file))
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Does the work unless it was done for the same files before. */
function once(name, files, work) {
  const stamp = join(stamps, name);
  const now = fingerprint(files);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
}

export function install() {
  const manifests = filesBelow('packages').filter((file) => file.endsWith('package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests];
  once('installed', files, () => {
    console.error('Installing dependencies…');
    quietPnpm(['install', '--frozen-lockfile']);
  });
}

export function build() {
  install();
  const files = ['pnpm-lock.yaml', 'tsconfig.base.json', ...filesBelow('packages')].filter(
    (file) => !/\.test\.ts$|\.md$/.test(file),
  );
  once('built', files, () => {
    console.error('Building…');
    quietPnpm(['--recursive', 'run', 'build']);
  });
}
