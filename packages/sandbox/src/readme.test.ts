import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseCurl } from '../test/support/curl.js';
import { parseShell, shellLines } from '../test/support/shellCommand.js';
import { NOW, openSandbox } from '../test/support/testClient.js';
import { startSandbox } from './sandbox.js';

const README = new URL('../README.md', import.meta.url);
const PORT = 'http://127.0.0.1:8080';

/** Replays a curl or node command without a shell, so that the test needs nothing but Node. */
async function run(words: readonly string[], input: string): Promise<string> {
  if (words[0] === 'node') {
    return execFileSync(process.execPath, words.slice(1), { input, encoding: 'utf8' }).trim();
  }
  const { url, method, headers, body } = parseCurl(words);
  const response = await fetch(url, { method, headers, ...(body !== null && { body }) });
  return `${response.status} ${await response.text()}`;
}

test.each([
  ['today', null],
  ['in winter', '2031-01-15'],
  ['in summer', '2031-07-15'],
])('every command of the README does what it says, %s', async (_, day) => {
  const now = day === null ? Date.now : () => Date.parse(day) - 2 * 864e5;
  const { sandbox } = await openSandbox({ now });
  const variables = new Map<string, string>();
  const answers: string[] = [];
  for (const line of shellLines(await readFile(README, 'utf8'))) {
    // The command line is no part of this package, and a sandbox runs already.
    if (line.startsWith('slotwright ')) continue;
    const { assigns, pipeline, substitutes } = parseShell(
      line.replace(PORT, sandbox.url),
      variables,
    );
    let output = substitutes || assigns === null ? '' : (pipeline[0]?.join(' ') ?? '');
    if (substitutes || assigns === null) {
      for (const words of pipeline) output = await run(words, output.replace(/^\d+ /, ''));
    }
    if (assigns === null) answers.push(output);
    else variables.set(assigns, assigns === 'DAY' ? (day ?? output) : output);
  }
  const [accepted, three, booking, two, fault] = answers;
  const start = /"start":/g;
  expect(variables.get('TOKEN')).toMatch(/^[0-9a-f]{40}$/);
  expect(accepted).toBe('201 ');
  expect(three?.match(start)).toHaveLength(3);
  expect(booking).toMatch(/^200 .*"status":"booked"/);
  expect(two?.match(start)).toHaveLength(2);
  expect(fault).toBe('204 ');
  expect(answers).toHaveLength(5);
});

test('the example of a test runs and closes what it opened', async () => {
  const example = /```ts\n(.*?)```/s.exec(await readFile(README, 'utf8'))?.[1] ?? '';
  const [start, ...statements] = example.split(';').slice(1);
  expect(start).toContain('const sandbox = await startSandbox(');
  const sandbox = await startSandbox({ profile: 'strict', now: () => NOW });
  const run = new Function('sandbox', `return (async () => {${statements.join(';')}})()`);
  await run(sandbox);
  await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
});
