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

/** Packs a package as it would be published, and looks at what somebody who installs it gets. */
function checkPacked(name) {
  pnpm(['--filter', `@slotwright/${name}`, 'exec', 'publint', '--strict']);
  const packed = mkdtempSync(join(tmpdir(), 'slotwright-'));
  pnpm(['--filter', `@slotwright/${name}`, 'pack', '--pack-destination', packed]);
  const [tarball = ''] = readdirSync(packed);
  // Node 10's way to resolve types knows no subpaths; these packages need Node 20.
  tool('@arethetypeswrong/cli/dist/index.js', [join(packed, tarball), '--profile', 'node16']);
  rmSync(packed, { recursive: true });
}

for (const name of ['engine', 'adapter', 'sandbox']) checkPacked(name);
