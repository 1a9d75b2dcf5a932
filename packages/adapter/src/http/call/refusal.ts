import { z } from 'zod';
import type { Failure, FieldProblem } from '../error/clientError.js';
import { plainText } from '../error/plainText.js';
import { type Answer, jsonOf } from '../request/answer.js';

/** More fields, or texts of one field, say nothing new. */
const MAX_FIELDS = 50;
const MAX_TEXTS = 5;

const Texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]).catch([]);

/** `errors` is a list of texts by the schema, an object from field to texts by the examples; both occur. */
const Errors = z.union([
  z
    .array(z.string())
    .transform((texts): Record<string, string[]> => (texts.length === 0 ? {} : { '': texts })),
  z.record(z.string(), Texts),
]);

const ErrorBody = z.looseObject({ message: z.string().catch(''), errors: Errors.catch({}) });

/** What an answer other than a success means (Docplanner API, section 2); a 429 or 5xx never gets here. */
export function refusalOf({ status, body }: Answer): Failure {
  const json = jsonOf(body);
  const parsed = ErrorBody.safeParse(json);
  if (status === 405 && !parsed.success) return { type: 'blocked-by-firewall', status };
  if (status < 400) {
    return { type: 'unexpected-answer', status, problem: 'a redirect, or no final answer' };
  }
  const { message: raw, errors } = parsed.success ? parsed.data : { message: '', errors: {} };
  const message = plainText(raw);
  switch (status) {
    case 401:
      return { type: 'unauthorized', message };
    case 403:
      return { type: 'forbidden', message };
    case 404:
      return { type: 'not-found', message };
    case 409:
      return { type: 'conflict', message };
    default:
      return { type: 'rejected', status, message, fields: fieldsOf(errors) };
  }
}

function fieldsOf(errors: Readonly<Record<string, readonly string[]>>): readonly FieldProblem[] {
  return Object.entries(errors)
    .slice(0, MAX_FIELDS)
    .map(([path, texts]) => field(path, texts));
}

function field(path: string, texts: readonly string[]): FieldProblem {
  const index = /^slots\[(\d{1,6})\]/.exec(path)?.[1];
  return {
    path: plainText(path),
    slotIndex: index === undefined ? undefined : Number(index),
    period: undefined,
    texts: texts.slice(0, MAX_TEXTS).map(plainText),
  };
}
