import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Beside the bundle: the licences of what is in it, whose texts have to go with it. */
export const notices: Plugin = {
  name: 'notices',
  setup: ({ initialOptions, onEnd }) => {
    initialOptions.metafile = true;
    onEnd(({ metafile }) => {
      const { outdir } = initialOptions;
      if (metafile === undefined || outdir === undefined) return;
      const libraries = new Set(Object.keys(metafile.inputs).flatMap(libraryOf));
      const texts = [...libraries].sort().map(notice);
      mkdirSync(outdir, { recursive: true });
      writeFileSync(join(outdir, 'LICENSES.txt'), texts.join('\n\n'));
    });
  },
};

/** The folder of the library that a file is of; none of our own. */
function libraryOf(file: string): readonly string[] {
  if (!file.includes('node_modules/')) return [];
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return [folder];
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text =
    file === undefined ? `License: ${license}` : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.trim()}\n`;
}
