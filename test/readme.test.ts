import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text);

/** A command as the README shows it, and what it prints; a line `…` stands for any lines. */
const shown = blocks('console').flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [line = '', ...output] = text.trimEnd().split('\n');
      return { command: line.replace(/\s+#.*$/, ''), output };
    }),
);

function run(command: string): string {
  const [name = '', ...args] = command.split(' ');
  const started =
    name === 'slotwright'
      ? spawnSync(process.execPath, ['packages/cli/dist/main.js', ...args], { cwd: root })
      : spawnSync(name, args, { cwd: root });
  return `${started.stdout}`;
}

test.each(shown)('$command prints what the README says', ({ command, output }) => {
  const printed = run(command);
  let from = 0;
  for (const part of output.join('\n').split(/^…$/m)) {
    const text = part.replace(/^\n|\n$/g, '');
    const at = printed.indexOf(text, from);
    expect(at, `after ${from} characters:\n${text}`).toBeGreaterThanOrEqual(0);
    from = at + text.length;
  }
});

test.each(blocks('js').map((code, index) => [index + 1, code] as const))(
  'example %d in JavaScript prints what its last comment says',
  (_, code) => {
    // The command line's folder knows the engine by name, and fast-check.
    const options = { cwd: `${root}packages/cli`, input: code };
    const ran = spawnSync(process.execPath, ['--input-type=module'], options);
    expect(`${ran.stderr}`).toBe('');
    const expected = /\n\/\/ (\[.*\])\n$/.exec(code)?.[1] ?? '';
    expect(`${ran.stdout}`.replace(/\s+/g, ' ').trim()).toBe(expected.replace(/\s+/g, ' '));
  },
);

test('the document in the README is valid', () => {
  const [yaml = ''] = blocks('yaml');
  const args = ['packages/cli/dist/main.js', 'check', '-', '--now', '2026-10-01T08:00:00Z'];
  const checked = spawnSync(process.execPath, args, { cwd: root, input: yaml });
  expect([checked.status, `${checked.stderr}`]).toEqual([0, '']);
});
