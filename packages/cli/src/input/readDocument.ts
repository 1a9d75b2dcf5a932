import type { Readable } from 'node:stream';
import { type ClinicDocument, type DocumentError, parseDocument } from '@slotwright/engine';
import { errAsync, type Result, type ResultAsync } from 'neverthrow';
import { type Bookings, includeBookings, type Parsed } from './bookingsFrom.js';
import { readFileBytes, readStreamBytes } from './bytes.js';
import { decode } from './decode.js';
import type { InputError, InputProblem, LocatedError } from './inputError.js';
import { parseJson } from './json.js';
import type { ParsedText, Place } from './parsedText.js';
import { positionOf, positionsOf } from './position.js';
import { parseYaml } from './yaml.js';

/** Where a document comes from: a path, or `-` for the stream. */
export interface Source {
  readonly file: string;
  readonly stdin: Readable;
}

/** Something that was read, and what it says. */
export interface Input extends Parsed {
  /** As they were read. */
  readonly bytes: Uint8Array;
}

export interface InputDocument {
  readonly document: ClinicDocument;
  /** The bytes as they were read, for checksums. */
  readonly bytes: Uint8Array;
}

/** Reads a clinic document, YAML or JSON, from a file or from standard input. */
export function readDocument(
  source: Source,
  bookings: Bookings,
): ResultAsync<InputDocument, InputError> {
  return readInput(source).andThen((input) => documentIn(input, bookings));
}

/** What a file or standard input holds, YAML or JSON, whatever it is about. */
export function readInput({ file, stdin }: Source): ResultAsync<Input, InputError> {
  const bytes = file === '-' ? readStreamBytes(stdin) : readFileBytes(file);
  return bytes
    .andThen((read) =>
      decode(read)
        .andThen((text) => parseText(text, file).map((parsed) => ({ file, text, parsed })))
        .map((parsed) => ({ ...parsed, bytes: read })),
    )
    .mapErr((problem) => ({ ...problem, file }));
}

/** The clinic document in an input, with the bookings of the file that it names. */
export function documentIn(
  { bytes, ...parsed }: Input,
  bookings: Bookings,
): ResultAsync<InputDocument, InputError> {
  return documentOf(parsed, bookings)
    .map((document) => ({ document, bytes }))
    .mapErr((problem) => ({ ...problem, file: parsed.file }));
}

function documentOf(source: Parsed, bookings: Bookings): ResultAsync<ClinicDocument, InputProblem> {
  const { text, parsed } = source;
  // Comments only, or a lone null.
  if (parsed.value === null) return errAsync({ type: 'empty' });
  return includeBookings(source, bookings).andThen((value) =>
    parseDocument(value).mapErr((errors) => located(text, parsed, errors)),
  );
}

/** The text of an input, from a file whose name says whether it must be JSON. */
function parseText(text: string, file: string): Result<ParsedText, InputProblem> {
  const mustBeJson = file.toLowerCase().endsWith('.json');
  if (mustBeJson || text.trimStart().startsWith('{')) {
    const json = parseJson(text).mapErr((problem) => syntax('JSON', text, problem));
    // What looks like JSON may be YAML: {version: 1, …}.
    if (mustBeJson || json.isOk()) return json;
  }
  return parseYaml(text).mapErr((problem) =>
    'tokens' in problem
      ? { type: 'yaml-too-long', tokens: problem.tokens }
      : syntax('YAML', text, problem),
  );
}

function syntax(
  format: 'YAML' | 'JSON',
  text: string,
  { offset, reason }: { readonly offset: number; readonly reason: string },
): InputProblem {
  return { type: 'syntax', format, position: positionOf(text, offset), reason };
}

/** Places every error in the text, and puts them in its order. */
function located(text: string, parsed: ParsedText, errors: readonly DocumentError[]): InputProblem {
  const places = errors.map(({ keys, type }): Place => {
    return { keys, target: type === 'unknown-key' ? 'key' : 'value' };
  });
  const positions = positionsOf(text, parsed.locate(places));
  const placed = errors.map((error, index) => ({
    error,
    position: error.type === 'more-errors' ? undefined : positions[index],
  }));
  return { type: 'invalid-document', errors: placed.sort(byPosition) };
}

function byPosition({ position: a }: LocatedError, { position: b }: LocatedError): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.line - b.line || a.column - b.column;
}
