// npm run demo: the main job on an example, from a fresh clone.
import { join } from 'node:path';
import { build, root, run } from './workspace.mjs';

build();
const command = [
  'plan',
  'examples/madrid-clinic.yaml',
  ...['--from', '2026-10-05', '--through', '2026-10-31', '--now', '2026-10-01T08:00:00Z'],
];
console.error(`\n$ slotwright ${command.join(' ')}\n`);
run(process.execPath, [join(root, 'packages/cli/dist/main.js'), ...command]);
