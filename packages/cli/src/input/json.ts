import { err, ok, Result } from 'neverthrow';
import { locateInJson } from './jsonPlaces.js';
import { scanJson } from './jsonScan.js';
import type { ParsedText, SyntaxProblem } from './parsedText.js';

/** The value that a JSON text is; of a key that an object has twice, the last. */
export const readJson = Result.fromThrowable((text: string): unknown => JSON.parse(text));

/** Reads JSON; a key that an object has twice is an error, where JSON.parse would drop the first. */
export function parseJson(text: string): Result<ParsedText, SyntaxProblem> {
  const problem = scanForProblem(text);
  if (problem !== undefined) return err(problem);
  const parsed = readJson(text);
  if (parsed.isErr()) return err({ offset: 0, reason: 'it cannot be read' });
  return ok({ value: parsed.value, locate: (places) => locateInJson(text, places) });
}

function scanForProblem(text: string): SyntaxProblem | undefined {
  const seen: Set<string>[] = [];
  let repeated: SyntaxProblem | undefined;
  const stop = scanJson(text, {
    enter: () => {
      seen.push(new Set());
    },
    leave: () => {
      seen.pop();
    },
    key: (key, offset) => {
      const keys = seen.at(-1);
      if (keys?.has(key) === true) repeated ??= { offset, reason: 'a key is given twice' };
      keys?.add(key);
    },
    scalar: () => undefined,
  });
  return stop ?? repeated;
}
