import type { DocumentError, Problem } from '../errors.js';
import { keysOf, type Path, pathText, ROOT } from '../path.js';

/** Errors that are reported one by one; a last error says how many more there are. */
const MAX_ERRORS = 1000;

/** Collects the errors of one document. */
export interface ErrorCollector {
  /** `problem` may be a function where it costs something to say what is wrong. */
  readonly add: (path: Path, problem: Problem | (() => Problem), expected: string) => void;
  readonly all: () => readonly DocumentError[];
}

/** An empty sink. */
export function errorCollector(): ErrorCollector {
  const kept: DocumentError[] = [];
  let more = 0;

  const located = (path: Path, problem: Problem, expected: string): DocumentError => {
    const keys = keysOf(path);
    return { ...problem, path: pathText(keys), keys, expected };
  };

  return {
    add: (path, problem, expected) => {
      if (kept.length === MAX_ERRORS) more += 1;
      else kept.push(located(path, typeof problem === 'function' ? problem() : problem, expected));
    },
    all: () =>
      more === 0
        ? kept
        : [...kept, located(ROOT, { type: 'more-errors', count: more }, 'no errors')],
  };
}
