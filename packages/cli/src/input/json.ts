import { err, ok, Result } from 'neverthrow';
import { keysInText, keysInValue } from './jsonKeys.js';
import { locateInJson } from './jsonPlaces.js';
import { MAX_DEPTH, scanJson } from './jsonScan.js';
import type { ParsedText, SyntaxProblem } from './parsedText.js';

/** The value that a JSON text is; of a key that an object has twice, the last. */
export const readJson = Result.fromThrowable((text: string): unknown => JSON.parse(text));

/** Reads JSON; a key that an object has twice is an error, where JSON.parse would drop the first. */
export function parseJson(text: string): Result<ParsedText, SyntaxProblem> {
  const keys = keysInText(text);
  // A text that is nested deeper is not worth the memory.
  const parsed = keys.depth > MAX_DEPTH ? undefined : readJson(text).unwrapOr(undefined);
  // JSON.parse keeps only one of the keys that are the same.
  if (parsed === undefined || keysInValue(parsed) !== keys.count) {
    return err(scanForProblem(text) ?? { offset: 0, reason: 'it cannot be read' });
  }
  return ok({ value: parsed, locate: (places) => locateInJson(text, places) });
}

/** Goes through the text as slowly as it takes to say where something is wrong, and what. */
export function scanForProblem(text: string): SyntaxProblem | undefined {
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
