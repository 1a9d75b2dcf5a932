import { build } from 'tsup';

/** Bundles a source with everything that it imports, to be run in a process of its own; resolves to its path. */
export async function bundled(source: URL, folder: string): Promise<string> {
  await build({
    config: false,
    entry: { main: source.pathname },
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

/** The command as it is shipped. */
export const COMMAND = new URL('../src/main.ts', import.meta.url);
