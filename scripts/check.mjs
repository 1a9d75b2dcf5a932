// npm run check: everything that can be said about the code without running it.
import { build, pnpm, tool } from './workspace.mjs';

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
pnpm(['--filter', '@slotwright/engine', 'exec', 'publint', '--strict']);
pnpm(['--filter', '@slotwright/engine', 'exec', 'attw', '--pack', '.']);
