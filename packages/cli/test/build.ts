import { build } from 'tsup';
import { bundle } from '../tsup.config.js';

/** Bundles a source as the command is shipped, to be run in a process of its own; resolves to its path. */
export async function bundled(source: URL, folder: string): Promise<string> {
  await build({
    ...bundle,
    config: false,
    entry: { main: source.pathname },
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
    silent: true,
  });
  return `${folder}/main.mjs`;
}

/** The command as it is shipped. */
export const COMMAND = new URL('../src/main.ts', import.meta.url);
