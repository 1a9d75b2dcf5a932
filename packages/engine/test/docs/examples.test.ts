import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as files from '../../src/files.js';
import * as engine from '../../src/index.js';
import * as intervals from '../../src/intervals.js';
import * as plan from '../../src/plan.js';
import * as testing from '../../src/testing/index.js';
import { type Example, exportedExamples, sharedSetting } from './extract.js';
import { outcomes } from './run.js';

function check(
  { name, code }: Example,
  setting: string,
  scope: Readonly<Record<string, unknown>>,
): void {
  const found = outcomes(`${setting}\n${code}`, scope);
  expect(found.length, `${name} has an @example with "// =>"`).toBeGreaterThan(0);
  for (const { expression, actual, expected } of found) {
    expect(actual, expression).toEqual(expected);
  }
}

describe('@slotwright/engine', () => {
  const examples = exportedExamples('index.ts');
  const setting = sharedSetting('index.ts');

  test('every export is found', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(engine).toSorted());
  });

  test.each(examples)('$name', (example) =>
    check(example, setting, { ...intervals, ...plan, ...engine }),
  );
});

describe.each([
  ['@slotwright/engine/intervals', 'intervals.ts', intervals],
  ['@slotwright/engine/plan', 'plan.ts', plan],
  ['@slotwright/engine/files', 'files.ts', files],
])('%s', (_, index, door) => {
  const examples = exportedExamples(index);
  const setting = sharedSetting('index.ts');

  test('every export is found', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(door).toSorted());
  });

  test.each(examples)('$name', (example) =>
    check(example, setting, { ...intervals, ...plan, ...engine, ...door }),
  );
});

describe('@slotwright/engine/testing', () => {
  const examples = exportedExamples('testing/index.ts');

  test('every export is found', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(testing).toSorted());
  });

  test.each(examples)('$name', (example) => check(example, '', { ...engine, ...testing, fc }));
});

describe('the examples are really run', () => {
  test('a wrong value is seen', () => {
    expect(outcomes('1 + 1 // => 3', {})).toEqual([
      { expression: '1 + 1', actual: 2, expected: 3 },
    ]);
  });

  test('statements, expressions of several lines, values on the next line, Results', () => {
    const code = [
      'const two = add(1,',
      '  1);',
      'add(',
      '  two, 1)',
      '// => 3',
      "ok(1) // => err('x')",
    ];
    const found = outcomes(code.join('\n'), { add: (a: number, b: number) => a + b });
    expect(found.map(({ actual, expected }) => [actual, expected])).toEqual([
      [3, 3],
      [expect.objectContaining({ value: 1 }), expect.objectContaining({ error: 'x' })],
    ]);
  });

  test('a line that is neither is refused', () => {
    expect(() => outcomes('1 + 1', {})).toThrow('neither');
  });
});
