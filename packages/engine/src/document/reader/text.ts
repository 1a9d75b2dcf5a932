import * as z from 'zod';
import { MAX_DURATION, MAX_TEXT_LENGTH } from '../limits.js';

/** What `String(value).match` must be for an id: no control characters, no half of a surrogate pair. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;
/** The same, but a description may have tabs and several lines. */
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** A schema whose every mistake reads "expected …". */
const saying = (expected: string) => ({ error: expected });

const ID = saying(
  `an id: 1 to ${MAX_TEXT_LENGTH} characters without control characters, or a whole number`,
);
const TEXT = saying(`text of at most ${MAX_TEXT_LENGTH} characters without control characters`);
const DURATION = saying(`a whole number of minutes from 1 to ${MAX_DURATION}`);
const BUFFER = saying(`a whole number of minutes from 0 to ${MAX_DURATION}`);

/** An id; numbers are taken as their digits. */
export const idText = z
  .union([z.string().min(1).max(MAX_TEXT_LENGTH).regex(PRINTABLE), z.int().nonnegative()], ID)
  .transform(String);

/** A name, description or reason. */
export const shortText = z.string(TEXT).max(MAX_TEXT_LENGTH, TEXT).regex(LINES, TEXT);

/** The same, where something has to be said. */
export const reasonText = shortText.min(1, TEXT);

export const durationMinutes = z.int(DURATION).min(1, DURATION).max(MAX_DURATION, DURATION);

export const bufferMinutes = z.int(BUFFER).min(0, BUFFER).max(MAX_DURATION, BUFFER);

/**
 * A text that is read further on, where `expected` is said again about its content; what JSON Schema can
 * say of it is the pattern.
 */
export const textOf = (expected: string, pattern: string) =>
  z.string(saying(expected)).meta({ pattern });

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, saying(`one of ${words.join(', ')}`));

/** A list or an object within a record: its own reader looks at it. */
export const unread = z.unknown().optional();
