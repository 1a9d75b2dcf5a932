// Medians as ratios in one process; answers are compared before anything is timed. `--save RELEASE` keeps them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commandLine } from './commandLine.mjs';
import { freeStarts } from './freeStarts.mjs';
import { preparedCalendar } from './prepared.mjs';
import { report } from './results.mjs';
import { browserSize } from './size.mjs';
import { wholeDoor } from './wholeDoor.mjs';
import { worst } from './worst.mjs';

/** In a process of its own, so that its memory is its own. */
function run(script) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  spawnSync(process.execPath, ['--expose-gc', path], { stdio: 'inherit' });
}

const ratios = [
  ...freeStarts(),
  ...wholeDoor(),
  ...preparedCalendar(),
  ...commandLine(),
  ...(await browserSize()),
];
worst();

console.log('\nMany calendars\n');
run('fleet.mjs');
console.log('\nThe sandbox\n');
run('sandbox.mjs');
report(ratios);
