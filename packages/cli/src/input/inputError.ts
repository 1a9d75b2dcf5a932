import type { InvalidBookingsFile } from '@slotwright/adapter';
import type { DocumentError } from '@slotwright/engine';
import { describeDocumentError } from '@slotwright/engine';
import { EXIT, type Failure } from '../exit.js';
import type { Position } from './position.js';
import { MAX_CHARACTERS, MAX_TEXT, MAX_TOKENS, type YamlLimit } from './yamlSyntax.js';

/** A mistake in a document that came from a file, with its place there where it is known. */
export interface LocatedError {
  readonly error: DocumentError;
  readonly position: Position | undefined;
}

/** Why a file gave no clinic document. */
export type InputProblem =
  | { readonly type: 'missing-file' }
  | { readonly type: 'folder' }
  | { readonly type: 'unreadable'; readonly code: string }
  | { readonly type: 'too-large'; readonly limitMiB: number }
  | { readonly type: 'not-utf8'; readonly looksLike: 'UTF-16' | undefined }
  | { readonly type: 'nul'; readonly position: Position }
  | { readonly type: 'empty' }
  | {
      readonly type: 'syntax';
      readonly format: 'YAML' | 'JSON';
      readonly position: Position;
      readonly reason: string;
    }
  | { readonly type: 'yaml-too-long'; readonly limit: YamlLimit }
  | { readonly type: 'bookings-path'; readonly position: Position }
  | {
      readonly type: 'bookings-file';
      /** Where the document names it. */
      readonly position: Position;
      readonly problem: BookingsProblem;
    }
  | { readonly type: 'invalid-document'; readonly errors: readonly LocatedError[] };

/** What is wrong with a bookings file. */
export type BookingsProblem = { readonly path: string } & (
  | { readonly type: 'unreadable'; readonly input: InputProblem }
  | { readonly type: 'no-json' }
  | { readonly type: 'invalid'; readonly error: InvalidBookingsFile }
);

/** Why a file gave no clinic document; `file` is what the user called it, `-` is standard input. */
export type InputError = InputProblem & { readonly file: string };

/** The file and the place in it, as editors and terminals link it: `clinic.yaml:12:5`. */
function where(file: string, position: Position | undefined): string {
  const name = file === '-' ? '<stdin>' : file;
  return position === undefined ? name : `${name}:${position.line}:${position.column}`;
}

function describeLocated(file: string, { error, position }: LocatedError): string {
  const path = error.path === '' ? '' : ` ${error.path}:`;
  const colon = error.path === '' ? ':' : '';
  return `${where(file, position)}${colon}${path} ${describeDocumentError(error)}`;
}

/** What went wrong, for people: one line, or one for every mistake in the document. */
export function describeInputError(error: InputError): string {
  const name = where(error.file, undefined);
  switch (error.type) {
    case 'missing-file':
      return `${name}: there is no such file.`;
    case 'folder':
      return `${name}: this is a folder; name a file in it, or "-" for standard input.`;
    case 'unreadable':
      return `${name}: cannot be read (${error.code}).`;
    case 'too-large':
      return `${name}: larger than ${error.limitMiB} MiB, the most that is read.`;
    case 'not-utf8':
      return error.looksLike === undefined
        ? `${name}: not UTF-8 text; save the file with the encoding UTF-8.`
        : `${name}: this is ${error.looksLike} text; save the file with the encoding UTF-8.`;
    case 'nul':
      return `${where(error.file, error.position)}: a NUL character; this is no text file.`;
    case 'empty':
      return `${name}: empty; expected a clinic document, which starts with "version: 1".`;
    case 'syntax':
      return `${where(error.file, error.position)}: no valid ${error.format}: ${error.reason}.`;
    case 'yaml-too-long':
      return `${name}: ${YAML_LIMITS[error.limit]}; write a document of this size as JSON${jsonName(error.file)}.`;
    case 'bookings-path':
      return `${where(error.file, error.position)} bookingsFrom: expected the path of a file of bookings, such as bookings.json.`;
    case 'bookings-file':
      return `${where(error.file, error.position)} bookingsFrom: ${describeBookingsProblem(error.problem)}`;
    case 'invalid-document':
      return error.errors.map((located) => describeLocated(error.file, located)).join('\n');
    default:
      return error satisfies never;
  }
}

/** What is wrong with a bookings file, for people; never quotes it. */
export function describeBookingsProblem(problem: BookingsProblem): string {
  switch (problem.type) {
    case 'unreadable': {
      const missing = problem.input.type === 'missing-file' ? ' slotwright pull makes it.' : '';
      return describeInputError({ ...problem.input, file: problem.path }) + missing;
    }
    case 'no-json':
      return `${problem.path}: no valid JSON; it is no file that slotwright pull has made.`;
    case 'invalid': {
      const { path, expected } = problem.error;
      return `${problem.path}: ${path === '' ? '' : `${path}: `}expected ${expected}.`;
    }
    default:
      return problem satisfies never;
  }
}

const YAML_LIMITS = {
  tokens: `more than ${MAX_TOKENS / 1_000_000} million words and signs of YAML`,
  characters: `more than ${MAX_CHARACTERS / 1_000_000} million characters of YAML`,
  'one-text': `a text of more than ${MAX_TEXT / 1_000_000} million characters in YAML`,
} as const satisfies Record<YamlLimit, string>;

function jsonName(file: string): string {
  const name = /[^/\\]*$/.exec(file)?.[0] ?? '';
  return file === '-' ? '' : `, such as ${name.replace(/\.ya?ml$/i, '')}.json`;
}

/** How a command ends that got this error: 1 for a file that cannot be read, 3 for what it holds. */
export function inputFailure(error: InputError): Failure {
  return {
    exit: isUnreadable(error) ? EXIT.failure : EXIT.findings,
    message: describeInputError(error),
  };
}

function isUnreadable(error: InputProblem): boolean {
  if (error.type === 'bookings-file') {
    return error.problem.type === 'unreadable' && isUnreadable(error.problem.input);
  }
  return (
    error.type === 'missing-file' ||
    error.type === 'folder' ||
    error.type === 'unreadable' ||
    error.type === 'too-large'
  );
}
