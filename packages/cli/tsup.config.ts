import { defineConfig, type Options } from 'tsup';
import { notices } from './notices.js';

/**
 * Everything in one folder, in pieces that are loaded when they are used: finding and reading a hundred files
 * of libraries takes longer than most commands.
 */
export const bundle = {
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  noExternal: [/.*/],
  // Of the sources, rather than of what was built, only what is used is taken.
  esbuildOptions: (options) => {
    options.conditions = ['@slotwright/source'];
  },
  // Libraries that are CommonJS ask for the modules of Node.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
} as const satisfies Options;

export default defineConfig({
  ...bundle,
  entry: { main: 'src/main.ts' },
  clean: true,
  esbuildPlugins: [notices],
});
