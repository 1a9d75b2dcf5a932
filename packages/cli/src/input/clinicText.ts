import { type ClinicDocument, type DocumentError, parseDocument } from '@slotwright/engine';
import type { Result } from 'neverthrow';
import type { InputProblem, LocatedError } from './inputError.js';
import { parseJson } from './json.js';
import type { Parsed, ParsedText, Place } from './parsedText.js';
import { positionOf, positionsOf } from './position.js';
import { parseYaml } from './yaml.js';

/** The clinic document that a value is, every mistake with its place in the text that the value came from. */
export function clinicDocument(
  value: unknown,
  { text, parsed }: Pick<Parsed, 'text' | 'parsed'>,
): Result<ClinicDocument, InputProblem> {
  return parseDocument(value).mapErr((errors) => located(text, parsed, errors));
}

/** What a text says, YAML or JSON; the name of its file says whether it must be JSON. */
export function parseText(text: string, file: string): Result<ParsedText, InputProblem> {
  const mustBeJson = file.toLowerCase().endsWith('.json');
  if (mustBeJson || text.trimStart().startsWith('{')) {
    const json = parseJson(text).mapErr((problem) => syntax('JSON', text, problem));
    // What looks like JSON may be YAML: {version: 1, …}.
    if (mustBeJson || json.isOk()) return json;
  }
  return parseYaml(text).mapErr((problem) =>
    'limit' in problem
      ? { type: 'yaml-too-long', limit: problem.limit }
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
