import * as z from 'zod';
import { fieldErrors } from '../answers/fieldErrors.js';
import { invalid, Refusal } from '../answers/refusal.js';
import type { RequestContext } from './operation.js';

/** Ids come as strings or, from older clients, as integers (Docplanner API, section 14). */
export const idSchema = z.union([z.string().min(1), z.int()]).transform((id) => String(id));

/** The body as JSON; 400 when it is not JSON. */
function readJson(context: RequestContext, message = 'Invalid arguments'): unknown {
  try {
    return JSON.parse(context.rawBody);
  } catch {
    throw new Refusal(400, message, ['The body is not valid JSON.']);
  }
}

/** The body in the wanted shape; 400 with the texts per field otherwise. Unknown fields are ignored. */
export function readBody<T>(
  context: RequestContext,
  schema: z.ZodType<T>,
  message = 'Invalid arguments',
): T {
  const parsed = schema.safeParse(readJson(context, message));
  if (parsed.success) return parsed.data;
  throw new Refusal(400, message, fieldErrors(parsed.error));
}

/** A required whole number from the query, within bounds; 400 otherwise. */
export function readInteger(text: string, name: string, from: number, through: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= through) return value;
  throw invalid({ [name]: [`This value should be between ${from} and ${through}.`] });
}
