import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/propertyRuns.js';
import { pathMatches } from './pathPattern.js';

test.each([
  ['/a', '/a', true],
  ['/a', '/a/b', false],
  ['', '', true],
  ['*', '', true],
  ['*/book', '/slots/x/book', true],
  ['*/book', '/slots/x/book/', false],
  ['/api/*/slots/*', '/api/1/slots/', true],
  ['a*a', 'a', false],
  ['/a.c', '/abc', false],
  ['/a+(b)', '/a+(b)', true],
])('pattern %j and path %j: %j', (pattern, path, matches) => {
  expect(pathMatches(pattern, path)).toBe(matches);
});

/** Says by trying everything: slow, and right by being plain. */
function reference(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  const rest = pattern.slice(1);
  if (pattern[0] !== '*') return pattern[0] === path[0] && reference(rest, path.slice(1));
  return reference(rest, path) || (path !== '' && reference(pattern, path.slice(1)));
}

test('agrees with trying everything', () => {
  const text = (letters: readonly string[]) =>
    fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
  fc.assert(
    fc.property(text(['a', 'b', '*']), text(['a', 'b']), (pattern, path) => {
      expect(pathMatches(pattern, path)).toBe(reference(pattern, path));
    }),
    runs(1000),
  );
});

test('looks for each part once and never goes back, however hostile the pattern', () => {
  const path = 'a'.repeat(8000);
  const froms: number[] = [];
  const counted = {
    length: path.length,
    startsWith: (part: string) => path.startsWith(part),
    endsWith: (part: string) => path.endsWith(part),
    indexOf(part: string, from = 0) {
      froms.push(from);
      return path.indexOf(part, from);
    },
  };
  expect(pathMatches(`${'*a'.repeat(3000)}*b`, counted)).toBe(false);
  expect(froms).toEqual(Array.from({ length: 3000 }, (_, index) => index));
});
