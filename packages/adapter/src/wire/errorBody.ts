import * as z from 'zod';
import { repeatableField, repeatableMessage } from './messages.js';

/** More fields, or texts of one field, say nothing new. */
const MAX_FIELDS = 50;
const MAX_TEXTS = 5;

const Texts = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .catch([])
  .transform((texts) => texts.slice(0, MAX_TEXTS).map(repeatableMessage));

/** `errors` is a list of texts by the schema, an object from field to texts by the examples; both occur. */
const Errors = z.union([
  z
    .array(z.string())
    .transform((texts) => (texts.length === 0 ? [] : [{ path: '', texts: Texts.parse(texts) }])),
  z.record(z.string(), Texts).transform((fields) =>
    Object.entries(fields)
      .slice(0, MAX_FIELDS)
      .map(([path, texts]) => ({ path: repeatableField(path), texts })),
  ),
]);

/**
 * The body of a refusal (Docplanner API, section 2). Of its texts only those of a documented form are kept:
 * the others may quote what was sent.
 */
export const ErrorBody = z
  .looseObject({ message: z.string().catch(''), errors: Errors.catch([]) })
  .transform(({ message, errors }) => ({ message: repeatableMessage(message), errors }));
