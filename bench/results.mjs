// What a release has measured, as ratios in one run: machines differ, ratios less.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './measure.mjs';

const FOLDER = fileURLToPath(new URL('results', import.meta.url));
const two = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** The results of the release before, by name; none before the first. */
function stored() {
  const files = existsSync(FOLDER)
    ? readdirSync(FOLDER).filter((file) => file.endsWith('.json'))
    : [];
  const last = files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (last === undefined) return { release: 'none', ratios: {} };
  return { release: last.slice(0, -5), ...JSON.parse(readFileSync(join(FOLDER, last), 'utf8')) };
}

const reached = ({ value, goal, less = false }) => (less ? value <= goal : value >= goal);

/**
 * Prints ratios beside their goals and those of the last release; `less` is set where less is better. With
 * `--save RELEASE` they are kept.
 */
export function report(ratios) {
  const before = stored();
  const rows = ratios.map((ratio) => {
    const { name, value, goal, less = false } = ratio;
    const old = before.ratios[name];
    const aim = goal === undefined ? '' : `${less ? 'at most' : 'at least'} ${two(goal)}`;
    const missed = goal !== undefined && !reached(ratio) ? 'missed' : '';
    return [name, two(value), old === undefined ? '' : two(old), aim, missed];
  });
  const { model } = cpus()[0] ?? { model: 'unknown' };
  const date = new Date().toISOString().slice(0, 10);
  console.log(`\nRatios, ${date}, ${model}, ${cpus().length} cores, Node ${process.version}\n`);
  table(['what', 'now', before.release, 'goal', ''], rows);
  const save = process.argv.indexOf('--save');
  if (save === -1) return;
  mkdirSync(FOLDER, { recursive: true });
  const values = Object.fromEntries(ratios.map(({ name, value }) => [name, Number(two(value))]));
  const kept = {
    date,
    machine: `${model}, ${cpus().length} cores`,
    node: process.version,
    ratios: values,
  };
  writeFileSync(
    join(FOLDER, `${process.argv[save + 1]}.json`),
    `${JSON.stringify(kept, null, 2)}\n`,
  );
}
