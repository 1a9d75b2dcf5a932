import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsOf, unmarkedCommands } from './commandsOf.js';
import { openReader, type Reader } from './reader.js';

const root = new URL('../../../../', import.meta.url);
const below = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);
const packages = readdirSync(new URL('packages/', root)).map((name) => `packages/${name}/`);
const PAGES = ['README.md', ...below('docs/'), ...packages.flatMap(below)];

/** Commands that show how they fail, by how their lines begin. */
const FAILING: readonly (readonly [page: string, index: number, exit: number])[] = [
  ['docs/walkthrough.md', 9, 5],
  ['docs/walkthrough.md', 11, 2],
  ['README.md', 6, 3],
];

/** `npm run demo` may have to build everything first, on a busy machine. */
const PATIENCE_MS = 600_000;

/** Fails unless a text is what a page shows; a line `…` stands for any lines. */
function expectShown(text: string, shown: readonly string[]): void {
  const quoted = (part: string): string => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = shown
    .join('\n')
    .split(/^…$/m)
    .map((part) => quoted(part.trim()))
    .join('[\\s\\S]*');
  if (!new RegExp(`^${pattern}$`).test(text.trim())) expect(text.trim()).toBe(shown.join('\n'));
}

describe.each(PAGES)('%s', (name) => {
  const page = readFileSync(new URL(name, root), 'utf8');
  const commands = commandsOf(page);
  let reader: Reader | undefined;

  beforeAll(async () => {
    reader = commands.length === 0 ? undefined : await openReader(page);
  });
  afterAll(() => reader?.leave());

  test('marks all of its commands as such', () => {
    expect(unmarkedCommands(page)).toEqual([]);
  });

  for (const [index, { line, shown }] of commands.entries()) {
    test(
      `${index}: ${line}`,
      async () => {
        const { text = '', exit } = (await reader?.type(line)) ?? {};
        const [, , expected = 0] = FAILING.find(([of, at]) => of === name && at === index) ?? [];
        expect(exit, text).toBe(expected);
        if (shown !== undefined) expectShown(text, shown);
      },
      PATIENCE_MS,
    );
  }
});
