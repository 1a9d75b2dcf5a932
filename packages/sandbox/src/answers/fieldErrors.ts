import type { z } from 'zod';

/** Texts per field path, as in `{"slots[1].end": ["..."]}` (Docplanner API, section 2). */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** `slots[0].address_services[1].duration`; empty for the value itself. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** What a schema finds wrong, by field. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = fieldPath(issue.path);
    errors[path] = [...(errors[path] ?? []), issue.message];
  }
  return errors;
}
