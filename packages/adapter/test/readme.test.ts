import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const examples = [
  ...readFileSync(`${folder}README.md`, 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm),
].map(([, code = '']) => code);

test.each(examples)('an example of the README prints what its last comment says', (code) => {
  const ran = spawnSync(process.execPath, ['--input-type=module'], { cwd: folder, input: code });
  expect(`${ran.stderr}`).toBe('');
  expect(`${ran.stdout}`.trim()).toBe(/\n\/\/ (.*)\n$/.exec(code)?.[1]);
});

test('every file that the page on safety points to exists', () => {
  const page = readFileSync(`${folder}../../docs/how-apply-stays-safe.md`, 'utf8');
  const paths = [...page.matchAll(/`((?:adapter|engine)\/[\w./]+\.ts)`/g)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) expect(readFileSync(`${folder}../${path}`, 'utf8')).not.toBe('');
});
