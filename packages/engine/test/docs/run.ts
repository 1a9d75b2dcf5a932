import { err, ok } from 'neverthrow';

/** The two sides of a line `expression // => value`. */
export interface Outcome {
  readonly expression: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

interface Expectation {
  readonly expression: string;
  readonly value: string;
}

/**
 * Splits an example into statements, which end with a semicolon, and expressions, which end with
 * `// => value` on their last line or on a line of its own.
 */
function parts(code: string): readonly (string | Expectation)[] {
  const found: (string | Expectation)[] = [];
  let lines: string[] = [];
  for (const line of code.split('\n')) {
    const [source = '', value] = line.split(/\s*\/\/ => /);
    if (source.trim() !== '') lines.push(source);
    if (value !== undefined) found.push({ expression: lines.join('\n'), value });
    else if (source.endsWith(';')) found.push(lines.join('\n'));
    else continue;
    lines = [];
  }
  if (lines.length > 0)
    throw new Error(`neither a statement nor an expectation: ${lines.join('\n')}`);
  return found;
}

/** Runs an example with the names of a scope. */
export function outcomes(
  code: string,
  scope: Readonly<Record<string, unknown>>,
): readonly Outcome[] {
  const found: Outcome[] = [];
  const check = (expression: string, actual: unknown, expected: unknown): void => {
    found.push({ expression, actual, expected });
  };
  const body = parts(code).map((part) =>
    typeof part === 'string'
      ? part
      : `check(${JSON.stringify(part.expression)}, (${part.expression}), (${part.value}));`,
  );
  const names = { ...scope, ok, err, check };
  new Function(...Object.keys(names), `'use strict'; {\n${body.join('\n')}\n}`)(
    ...Object.values(names),
  );
  return found;
}
