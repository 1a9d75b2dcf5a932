import type { Readable } from 'node:stream';
import type { ClinicDocument } from '@slotwright/engine';
import { errAsync, type ResultAsync } from 'neverthrow';
import { type Bookings, includeBookings } from './bookingsFrom.js';
import { readFileBytes, readStreamBytes } from './bytes.js';
import { clinicDocument, parseText } from './clinicText.js';
import { decode } from './decode.js';
import type { InputError, InputProblem } from './inputError.js';
import type { Parsed } from './parsedText.js';

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
  // Comments only, or a lone null.
  if (source.parsed.value === null) return errAsync({ type: 'empty' });
  return includeBookings(source, bookings).andThen((value) => clinicDocument(value, source));
}
