// npm run bench: the engine beside other ways to do its work, as ratios in one process.
import { build, run } from './workspace.mjs';

build();
run(process.execPath, ['--expose-gc', 'bench/main.mjs', ...process.argv.slice(2)]);
