import { MAX_DURATION, MAX_TEXT_LENGTH } from '../limits.js';
import type { JsonSchema, Scalar } from './part.js';

/** What `String(value).match` must be for an id: no control characters, no half of a surrogate pair. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;
/** The same, but a description may have tabs and several lines. */
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** What most texts are; looking at them by themselves takes a tenth of the time of the regular expressions. */
function isPlain(text: string): boolean {
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

function isTextOf(pattern: RegExp, raw: unknown, least: number): raw is string {
  if (typeof raw !== 'string' || raw.length < least || raw.length > MAX_TEXT_LENGTH) return false;
  return isPlain(raw) || pattern.test(raw);
}

/** An id; numbers are taken as their digits. */
export const idText: Scalar<string, string | number> = {
  expected: `an id: 1 to ${MAX_TEXT_LENGTH} characters without control characters, or a whole number`,
  schema: {
    anyOf: [
      { type: 'string', minLength: 1, maxLength: MAX_TEXT_LENGTH, pattern: PRINTABLE.source },
      { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    ],
  },
  read: (raw) => {
    if (isTextOf(PRINTABLE, raw, 1)) return raw;
    return isWithin(raw, 0, Number.MAX_SAFE_INTEGER) ? String(raw) : undefined;
  },
};

function textFrom(least: number, length: JsonSchema): Scalar<string> {
  return {
    expected: `text of at most ${MAX_TEXT_LENGTH} characters without control characters`,
    schema: { type: 'string', ...length, pattern: LINES.source },
    read: (raw) => (isTextOf(LINES, raw, least) ? raw : undefined),
  };
}

/** A name, description or reason. */
export const shortText = textFrom(0, { maxLength: MAX_TEXT_LENGTH });

/** The same, where something has to be said. */
export const reasonText = textFrom(1, { minLength: 1, maxLength: MAX_TEXT_LENGTH });

function isWithin(raw: unknown, least: number, most: number): raw is number {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= least && raw <= most;
}

/** A whole number in a range. */
export function wholeNumber(expected: string, least: number, most: number): Scalar<number> {
  return {
    expected,
    schema: { type: 'integer', minimum: least, maximum: most },
    read: (raw) => (isWithin(raw, least, most) ? raw : undefined),
  };
}

const minutesFrom = (least: number) =>
  wholeNumber(`a whole number of minutes from ${least} to ${MAX_DURATION}`, least, MAX_DURATION);

export const durationMinutes = minutesFrom(1);
export const bufferMinutes = minutesFrom(0);

/**
 * A text that is read further on, where `expected` is said again about its content; what JSON Schema can
 * say of it beforehand is in `schema`.
 */
export function textOf(expected: string, schema: JsonSchema): Scalar<string> {
  return {
    expected,
    schema: { type: 'string', ...schema },
    read: (raw) => (typeof raw === 'string' ? raw : undefined),
  };
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Scalar<Word> {
  const known = new Map<unknown, Word>(words.map((word) => [word, word]));
  return {
    expected: `one of ${words.join(', ')}`,
    schema: { type: 'string', enum: words },
    read: (raw) => known.get(raw),
  };
}

/** One number and nothing else. */
export function constant<const Value extends number>(
  expected: string,
  value: Value,
): Scalar<Value> {
  return {
    expected,
    schema: { type: 'number', const: value },
    read: (raw) => (raw === value ? value : undefined),
  };
}
