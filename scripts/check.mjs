// npm run check: everything that can be said about the code without running it.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, pnpm, root, run, tool } from './workspace.mjs';

build();
tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
tool('typescript/bin/tsc', ['--project', 'packages/engine']);
tool('typescript/bin/tsc', ['--project', 'tsconfig.json']);
tool('eslint/bin/eslint.js', ['packages']);
tool('dependency-cruiser/bin/dependency-cruise.mjs', [
  'packages',
  '--config',
  '--output-type',
  'err',
]);
tool('knip/bin/knip.js', []);
run(process.execPath, [join(root, 'scripts/api.mjs')]);
pnpm(['--filter', '@slotwright/engine', 'exec', 'publint', '--strict']);
const packed = mkdtempSync(join(tmpdir(), 'slotwright-'));
pnpm(['--filter', '@slotwright/engine', 'pack', '--pack-destination', packed]);
const [tarball = ''] = readdirSync(packed);
// Node 10's way to resolve types knows no subpaths; this package needs Node 20.
tool('@arethetypeswrong/cli/dist/index.js', [join(packed, tarball), '--profile', 'node16']);
rmSync(packed, { recursive: true });
