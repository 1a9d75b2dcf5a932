import { build } from 'tsup';

/** Builds the command as it is shipped, with the engine and the adapter in it; resolves to its path. */
export async function buildCommand(folder: string): Promise<string> {
  await build({
    config: false,
    entry: { main: new URL('../src/main.ts', import.meta.url).pathname },
    format: ['esm'],
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
    target: 'node20',
    platform: 'node',
    noExternal: [/.*/],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    esbuildOptions: (options) => {
      options.conditions = ['@slotwright/source'];
    },
    silent: true,
  });
  return `${folder}/main.mjs`;
}
