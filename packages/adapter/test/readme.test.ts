import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const [, code = ''] =
  /^```js\n([\s\S]*?)^```$/m.exec(readFileSync(`${folder}README.md`, 'utf8')) ?? [];

test('the example of the README prints what its last comment says', () => {
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
