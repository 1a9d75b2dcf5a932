// How long commands take to start, beside a Node that does nothing.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { medianMs, ms, table, times } from './measure.mjs';

const MAIN = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const CLINIC = fileURLToPath(new URL('../examples/madrid-clinic.yaml', import.meta.url));
const PLAN = ['plan', CLINIC, '--from', '2026-10-05', '--now', '2026-10-01T08:00:00Z'];

const node = (...args) => {
  const { status, stderr } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
};

export function commandLine() {
  console.log('\nThe command line, from start to end\n');
  const nothing = medianMs(() => node('-e', '0'));
  const rows = [['node -e 0', ms(nothing), times(1)]];
  const ratios = [
    ['slotwright --version', ['--version'], 2],
    ['slotwright plan, Madrid', PLAN, 2.5],
  ].map(([name, args, goal]) => {
    const median = medianMs(() => node(MAIN, ...args));
    rows.push([name, ms(median), times(median / nothing)]);
    return { name: `${name}, of node -e 0`, value: median / nothing, goal, less: true };
  });
  table(['command', 'median', ''], rows);
  return ratios;
}
