// What a page that imports the engine's root loads.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export async function browserSize() {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@slotwright/engine';", resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const [file] = outputFiles;
  const kilobytes = (size) => size / 1000;
  return [
    {
      name: 'engine in a browser, kB',
      value: kilobytes(file.contents.length),
      goal: 170,
      less: true,
    },
    {
      name: 'engine in a browser, kB gzip',
      value: kilobytes(gzipSync(file.contents).length),
      goal: 55,
      less: true,
    },
  ];
}
