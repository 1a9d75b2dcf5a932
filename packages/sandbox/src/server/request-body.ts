import { z } from 'zod';
import type { Call } from './operation.js';
import { invalid, Refusal } from './refusal.js';

/** Ids come as strings or, from older clients, as integers (Docplanner API, section 14). */
export const idSchema = z.union([z.string().min(1), z.int()]).transform((id) => String(id));

/** `slots[0].address_services[1].duration` */
function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function fieldErrors(error: z.ZodError): Readonly<Record<string, readonly string[]>> {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = fieldPath(issue.path);
    errors[path] = [...(errors[path] ?? []), issue.message];
  }
  return errors;
}

/** The body as JSON; 400 when it is not JSON. */
function readJson(call: Call, message = 'Invalid arguments'): unknown {
  try {
    return JSON.parse(call.rawBody);
  } catch {
    throw new Refusal(400, message, ['The body is not valid JSON.']);
  }
}

/** The body in the wanted shape; 400 with the texts per field otherwise. Unknown fields are ignored. */
export function readBody<T>(call: Call, schema: z.ZodType<T>, message = 'Invalid arguments'): T {
  const parsed = schema.safeParse(readJson(call, message));
  if (parsed.success) return parsed.data;
  throw new Refusal(400, message, fieldErrors(parsed.error));
}

/** A required whole number from the query, within bounds; 400 otherwise. */
export function readInteger(text: string, name: string, from: number, through: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= through) return value;
  throw invalid({ [name]: [`This value should be between ${from} and ${through}.`] });
}
