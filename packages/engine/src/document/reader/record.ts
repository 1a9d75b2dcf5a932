import { Result } from 'neverthrow';
import type * as z from 'zod';
import { at, type ErrorCollector, foundText, type Path } from './errorCollector.js';
import { closest } from './suggestion.js';

/** Keys and what they have. */
export type Fields = Readonly<Record<string, unknown>>;

/** What an object of the document looks like; its lists and objects are read by readers of their own. */
export interface Shape<Whole, Known> {
  readonly whole: z.ZodType<Whole>;
  /** The same with every key optional: reads what is right in an object in which something is not. */
  readonly partial: z.ZodType<Known>;
  readonly keys: readonly string[];
  /** What to call the object. */
  readonly expected: string;
}

/** The shape of a strict object schema. */
export function shapeOf<Whole, Known>(
  expected: string,
  whole: z.ZodType<Whole> & { readonly shape: object },
  partial: z.ZodType<Known>,
): Shape<Whole, Known> {
  return { whole, partial, keys: Object.keys(whole.shape), expected };
}

/** An object that was read: where it is, which keys it has, and the values of those that are right. */
export interface Parent {
  readonly path: Path;
  readonly known: Fields;
  /** True for a key that is there, right or not, also if it is misspelled: what depends on it is moot. */
  readonly tried: (key: string) => boolean;
}

export interface ReadRecord<Whole, Known extends Fields> extends Parent {
  /** Every key's value, if all are right and there are no others. */
  readonly whole: Whole | undefined;
  readonly known: Known;
}

/** The own keys of a plain object, copied so that each is read once; undefined for anything else. */
function ownFields(raw: unknown): Fields | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(raw);
  // Objects of another realm have an Object.prototype of their own.
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return plain ? { ...raw } : undefined;
}

const safelyOwnFields = Result.fromThrowable(ownFields);

/** Reads one object: reports its wrong, missing and unknown keys and gives what is right. */
export function readRecord<Known extends Fields, Whole extends Known>(
  shape: Shape<Whole, Known>,
  raw: unknown,
  path: Path,
  errors: ErrorCollector,
): ReadRecord<Whole, Known> | undefined {
  const fields = safelyOwnFields(raw);
  if (fields.isErr()) {
    errors.add(path, { type: 'unreadable' }, shape.expected);
    return undefined;
  }
  if (fields.value === undefined) {
    errors.add(path, { type: 'invalid-value', found: foundText(raw) }, shape.expected);
    return undefined;
  }
  const given = fields.value;
  const parsed = shape.whole.safeParse(given);
  if (parsed.success) {
    const whole = parsed.data;
    return { path, whole, known: whole, tried: (key) => given[key] !== undefined };
  }
  return readBroken(shape, given, parsed.error.issues, path, errors);
}

function readBroken<Known extends Fields, Whole extends Known>(
  shape: Shape<Whole, Known>,
  given: Fields,
  issues: readonly z.core.$ZodIssue[],
  path: Path,
  errors: ErrorCollector,
): ReadRecord<Whole, Known> | undefined {
  const absent = shape.keys.filter((key) => given[key] === undefined);
  const unknown = Object.keys(given).filter((key) => !shape.keys.includes(key));
  const misspelled = new Set<string>();
  for (const key of unknown) {
    const suggestion = closest(key, absent);
    if (suggestion !== undefined) misspelled.add(suggestion);
    errors.add(at(path, key), { type: 'unknown-key', key, suggestion }, keyList(shape));
  }
  const broken = new Set<PropertyKey>();
  for (const { path: place, message } of issues) {
    const key = place[0];
    if (typeof key !== 'string' || broken.has(key)) continue;
    broken.add(key);
    const value = given[key];
    if (value !== undefined) {
      errors.add(at(path, key), { type: 'invalid-value', found: foundText(value) }, message);
    } else if (!misspelled.has(key)) {
      errors.add(at(path, key), { type: 'missing' }, message);
    }
  }
  const right = shape.keys.filter((key) => !broken.has(key) && key in given);
  const known = shape.partial.safeParse(Object.fromEntries(right.map((key) => [key, given[key]])));
  if (!known.success) return undefined;
  return {
    path,
    whole: undefined,
    known: known.data,
    tried: (key) => given[key] !== undefined || misspelled.has(key),
  };
}

function keyList(shape: Shape<unknown, unknown>): string {
  return `one of ${shape.keys.join(', ')}`;
}
