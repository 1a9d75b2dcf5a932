import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

// The commands of the page are run by the command line's tests.
const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text);

const examples = blocks('ts').map((code, index) => [index + 1, code] as const);

test('there are examples, and none of any README unwraps in a way that hides the error', () => {
  expect(examples.length).toBeGreaterThan(1);
  const pages = ['', ...readdirSync(`${root}packages`).map((name) => `packages/${name}/`)]
    .map((folder) => `${root}${folder}README.md`)
    .filter((page) => existsSync(page));
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(readFileSync(page, 'utf8'), page).not.toContain('_unsafeUnwrap');
});

test('the first example takes ten lines', () => {
  const lines = (examples[0]?.[1] ?? '').split('\n').filter((line) => !/^(\/\/.*)?$/.test(line));
  expect(lines.length).toBeLessThanOrEqual(10);
});

test.each(examples)('example %d compiles under strict TypeScript', (index, code) => {
  // The command line's folder knows the engine by name, and fast-check.
  const name = `${root}packages/cli/readme-${index}.ts`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, target) =>
    file === name
      ? ts.createSourceFile(file, code, target)
      : getSourceFile.call(host, file, target);
  const program = ts.createProgram([name], options, host);
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(problems).toEqual([]);
});

test.each(examples)('example %d prints what its last comment says', (_, code) => {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const options = { cwd: `${root}packages/cli`, input: outputText };
  const ran = spawnSync(process.execPath, ['--input-type=module'], options);
  expect(`${ran.stderr}`).toBe('');
  const expected = /\n\/\/ (.*)\n$/.exec(code)?.[1] ?? '';
  expect(`${ran.stdout}`.replace(/\s+/g, ' ').trim()).toBe(expected);
});

test('the document in the README is valid', () => {
  const [yaml = ''] = blocks('yaml');
  const args = ['packages/cli/dist/main.js', 'check', '-', '--now', '2026-10-01T08:00:00Z'];
  const checked = spawnSync(process.execPath, args, { cwd: root, input: yaml });
  expect([checked.status, `${checked.stderr}`]).toEqual([0, '']);
});
