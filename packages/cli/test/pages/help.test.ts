import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slotwright } from '../terminal.js';
import { openReader, type Reader } from './reader.js';

const SANDBOX = 'http://127.0.0.1:8080';
/** What the document of the examples is about; a page that says so is read then. */
const NOW = '--now 2026-10-01T08:00:00Z';

/** What has been done where a command's examples speak of an earlier apply. */
const APPLIED: readonly string[] = [
  'slotwright sandbox --seed clinic.yaml --port 8080',
  'export SLOTWRIGHT_CLIENT_ID=sandbox SLOTWRIGHT_CLIENT_SECRET=sandbox-secret',
  `slotwright apply clinic.yaml --yes --state .slotwright --base-url ${SANDBOX}`,
];
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  drift: APPLIED,
  pull: APPLIED,
  import: APPLIED,
};

async function helpOf(command: string): Promise<string> {
  const argv = command === '' ? ['--help'] : [command, '--help'];
  return (await slotwright(argv, { columns: 200 })).out;
}

/** The commands below `Examples:`; the lines that say what they do begin with `#`. */
function examplesIn(help: string): readonly string[] {
  const [, section = ''] = /^Examples:\n((?: {2}.*\n)+)/m.exec(help) ?? [];
  return section
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const program = await helpOf('');
const [, listed = ''] = /^Commands:\n((?: {2}.*\n)+)/m.exec(program) ?? [];
const commands = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);

describe.each([...commands, ''].filter((name) => name !== 'help'))('%s --help', async (name) => {
  const lines = examplesIn(await helpOf(name));
  let reader: Reader | undefined;

  beforeAll(async () => {
    reader = await openReader(NOW);
    copyFileSync('examples/walkthrough-clinic.yaml', 'clinic.yaml');
    for (const line of BEFORE[name] ?? []) expect((await reader.type(line)).exit).toBe(0);
  });
  afterAll(() => reader?.leave());

  test('has an example', () => {
    expect(lines).not.toEqual([]);
  });

  for (const line of lines) {
    test(line, async () => {
      // What is said of a marketplace is true of a sandbox.
      const tried = line.replace('--domain doctoralia.es', `--base-url ${SANDBOX}`);
      const { text = '', exit } = (await reader?.type(tried)) ?? {};
      expect(exit, text).toBe(0);
    });
  }
});
