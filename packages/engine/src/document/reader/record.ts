import type { Fields, Known, RecordPart, Whole } from '../shape/record.js';
import { at, type ErrorCollector, foundText, type Path } from './errorCollector.js';
import { closest } from './suggestion.js';

type Values = Readonly<Record<string, unknown>>;

/** An object that was read: where it is and the values of its keys that are right. */
export interface Parent {
  readonly path: Path;
  readonly known: Values;
  /** Every key that is there, right or not. */
  readonly given: Values;
  /** Keys that are there under another name. */
  readonly misspelled: ReadonlySet<string>;
}

export interface ReadRecord<F extends Fields> extends Parent {
  readonly known: Known<F>;
  /** Every key's value, if all are right and there are no others. */
  readonly whole: Whole<F> | undefined;
}

/** True for a key that is there, right or not, also if it is misspelled: what depends on it is moot. */
export function tried({ given, misspelled }: Parent, key: string): boolean {
  return given[key] !== undefined || misspelled.has(key);
}

/** The keys of a plain object, copied so that each is read once; undefined for anything else. */
function ownValues(raw: unknown): Record<string, unknown> | 'unreadable' | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  try {
    if (Array.isArray(raw)) return undefined;
    const prototype: unknown = Object.getPrototypeOf(raw);
    // Objects of another realm have an Object.prototype of their own.
    const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
    return isPlain ? { ...raw } : undefined;
  } catch {
    return 'unreadable';
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Reads one object: reports its wrong, missing and unknown keys and gives what is right. */
export function readRecord<F extends Fields>(
  part: RecordPart<F>,
  raw: unknown,
  path: Path,
  errors: ErrorCollector,
): ReadRecord<F> | undefined {
  const values = ownValues(raw);
  if (values === 'unreadable') {
    errors.add(path, { type: 'unreadable' }, part.expected);
    return undefined;
  }
  if (values === undefined) {
    errors.add(path, { type: 'invalid-value', found: foundText(raw) }, part.expected);
    return undefined;
  }
  if (isWhole(part, values)) {
    return { path, known: values, whole: values, given: values, misspelled: NONE };
  }
  return readBroken(part, values, path, errors);
}

/** Puts what was read into the place of what was given; false at the first mistake. */
function isWhole<F extends Fields>(
  part: RecordPart<F>,
  values: Record<string, unknown>,
): values is Whole<F> & Known<F> & Record<string, unknown> {
  let needed = part.requiredCount;
  for (const key of Object.keys(values)) {
    const field = part.byKey.get(key);
    if (field === undefined) return false;
    const value = values[key];
    if (value === undefined) continue;
    if (field.isRequired) needed -= 1;
    if (field.scalar === undefined) continue;
    const read = field.scalar.read(value);
    if (read === undefined) return false;
    if (read !== value) values[key] = read;
  }
  return needed === 0;
}

/** The same for an object with a mistake: each is reported. */
function readBroken<F extends Fields>(
  part: RecordPart<F>,
  given: Values,
  path: Path,
  errors: ErrorCollector,
): ReadRecord<F> {
  const absent = part.keys.filter((key) => given[key] === undefined);
  const misspelled = new Set<string>();
  for (const key of Object.keys(given)) {
    if (part.byKey.has(key)) continue;
    const suggestion = closest(key, absent);
    if (suggestion !== undefined) misspelled.add(suggestion);
    const expected = `one of ${part.keys.join(', ')}`;
    errors.add(at(path, key), { type: 'unknown-key', key, suggestion }, expected);
  }
  const known: Record<string, unknown> = {};
  for (const [key, { isRequired, scalar }] of part.byKey) {
    const value = given[key];
    known[key] = value;
    // A list or an object that is not there is told by its reader.
    if (scalar === undefined) continue;
    if (value !== undefined) {
      known[key] = scalar.read(value);
      if (known[key] !== undefined) continue;
      const problem = { type: 'invalid-value', found: foundText(value) } as const;
      errors.add(at(path, key), problem, scalar.expected);
    } else if (isRequired && !misspelled.has(key)) {
      errors.add(at(path, key), { type: 'missing' }, scalar.expected);
    }
  }
  return { path, known: known as Known<F>, whole: undefined, given, misspelled };
}
