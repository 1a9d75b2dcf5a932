import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson, readJson, scanForProblem } from './json.js';

/** Names that meet often, in all the ways to write them, and some that need care. */
const name = fc.constantFrom('"a"', '"\\u0061"', '"b"', '"__proto__"', '"\\""', '"a:{"', '"\\\\"');
const blank = fc.constantFrom('', ' ', '\n\t');
const scalar = fc.oneof(
  name,
  fc.string().map((text) => JSON.stringify(text)),
  fc.constantFrom('0', '-1.5e3', 'true', 'null', '""', '"\\ud800"', '":"'),
);

/** JSON as people write it; objects may have a key twice. */
const { json } = fc.letrec<{ json: string }>((tie) => {
  const member = fc.tuple(name, blank, tie('json')).map(([key, gap, of]) => `${key}${gap}:${of}`);
  const items = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 4 });
  return {
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      items(tie('json')).map((each) => `[${each.join(' ,')}]`),
      items(member).map((each) => `{${each.join(',\n')}}`),
    ),
  };
});

/** Mostly JSON; the others lack a character, or have one too many. */
const text = fc.oneof(
  { weight: 3, arbitrary: json },
  {
    weight: 1,
    arbitrary: fc
      .tuple(json, fc.nat(), fc.constantFrom('', '"', '\\', '}', ',', '{"a":1'))
      .map(([whole, place, other]) => {
        const at = place % (whole.length + 1);
        return whole.slice(0, at) + other + whole.slice(at + 1);
      }),
  },
);

test('the quick way to read JSON takes what the slow one has nothing against', () => {
  fc.assert(
    fc.property(text, (written) => {
      const problem = scanForProblem(written);
      const read = parseJson(written);
      if (problem !== undefined) expect(read._unsafeUnwrapErr()).toEqual(problem);
      else expect(read._unsafeUnwrap().value).toEqual(readJson(written)._unsafeUnwrap());
    }),
  );
});

test('texts with a key twice are among those', () => {
  const twice = fc.sample(text, { numRuns: 300, seed: 1 }).filter((written) => {
    return scanForProblem(written)?.reason === 'a key is given twice';
  });
  expect(twice.length).toBeGreaterThan(10);
});

test.each([64, 65])('%s levels', (depth) => {
  expect(parseJson('['.repeat(depth) + ']'.repeat(depth)).isOk()).toBe(depth <= 64);
});
