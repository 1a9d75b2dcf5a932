import type { DocumentError, Problem } from '../errors.js';

/** A place in a document, as a chain from the leaf up: cheap to make for every item, read only on error. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

/** The document itself; every path starts here and it has no key of its own. */
export const ROOT: Path = { parent: undefined, key: '' };

/** The place of a key or an index within `parent`. */
export function at(parent: Path, key: string | number): Path {
  return { parent, key };
}

/** Errors that are reported one by one; a last error says how many more there are. */
const MAX_ERRORS = 1000;

/** Collects the errors of one document. */
export interface ErrorCollector {
  /** `problem` may be a function where it costs something to say what is wrong. */
  readonly add: (path: Path, problem: Problem | (() => Problem), expected: string) => void;
  readonly all: () => readonly DocumentError[];
}

export function errorCollector(): ErrorCollector {
  const kept: DocumentError[] = [];
  let more = 0;
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

function located(path: Path, problem: Problem, expected: string): DocumentError {
  const keys = keysOf(path);
  return { ...problem, path: pathText(keys), keys, expected };
}

/** The keys from the document down to a place. */
function keysOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let place = path; place.parent !== undefined; place = place.parent) keys.unshift(place.key);
  return keys;
}

/** Reports every value that was seen before, at the later place; answers false for those. */
export function uniqueness(
  expected: string,
  errors: ErrorCollector,
): (value: string | undefined, path: Path) => boolean {
  const seen = new Map<string, Path>();
  return (value, path) => {
    if (value === undefined) return true;
    const first = seen.get(value);
    if (first === undefined) seen.set(value, path);
    else errors.add(path, () => duplicateOf(first, value), expected);
    return first === undefined;
  };
}

/** What is wrong with the second use of a value. */
export function duplicateOf(first: Path, value: string): Problem {
  return { type: 'duplicate', value, first: pathText(keysOf(first)) };
}

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$-]{0,59}$/u;

/** Writes keys as `calendars[0].schedules[2].rrule`; a key that is no plain word is quoted and cut short. */
export function pathText(keys: readonly (string | number)[]): string {
  return keys
    .map((key, place) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!PLAIN_KEY.test(key)) return `[${JSON.stringify(shortened(key))}]`;
      return place === 0 ? key : `.${key}`;
    })
    .join('');
}

const MAX_QUOTE_LENGTH = 60;

/** At most 60 characters of a text, so that one bad value cannot fill a screen. */
export function shortened(text: string): string {
  return text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH - 1)}…` : text;
}

/** Names a bad value: scalars shortened, anything else by its kind only. Never throws. */
export function foundText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(shortened(value));
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    case 'object':
      return value === null ? 'null' : 'a list or an object';
    case 'bigint':
    case 'symbol':
    case 'function':
      return `a ${typeof value}`;
  }
}
