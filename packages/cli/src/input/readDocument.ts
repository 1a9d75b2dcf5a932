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

/** Reads a clinic document, YAML or JSON, from a file or from standard input. */
export function readDocument(
  source: Source,
  bookings: Bookings,
): ResultAsync<ClinicDocument, InputError> {
  return readInput(source).andThen((input) => documentIn(input, bookings));
}

/** What a file or standard input holds, YAML or JSON, whatever it is about. */
export function readInput({ file, stdin }: Source): ResultAsync<Parsed, InputError> {
  const bytes = file === '-' ? readStreamBytes(stdin) : readFileBytes(file);
  return bytes
    .andThen(decode)
    .andThen((text) => parseText(text, file).map((parsed) => ({ file, text, parsed })))
    .mapErr((problem) => ({ ...problem, file }));
}

/** The clinic document in an input, with the bookings of the file that it names. */
export function documentIn(
  input: Parsed,
  bookings: Bookings,
): ResultAsync<ClinicDocument, InputError> {
  return documentOf(input, bookings).mapErr((problem) => ({ ...problem, file: input.file }));
}

function documentOf(source: Parsed, bookings: Bookings): ResultAsync<ClinicDocument, InputProblem> {
  // Comments only, or a lone null.
  if (source.parsed.value === null) return errAsync({ type: 'empty' });
  return includeBookings(source, bookings).andThen((value) => clinicDocument(value, source));
}
