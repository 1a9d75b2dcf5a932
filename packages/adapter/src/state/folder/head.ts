import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import type { StateError } from '../stateError.js';

const head = z.looseObject({ kind: z.string(), version: z.int() });

/** Reads JSON of a kind and of a version that is understood. What is not understood is never repaired. */
export function readHead(text: string, where: string, kind: string): Result<unknown, StateError> {
  const json = parsed(text);
  if (json === undefined) return err({ type: 'corrupt-state', where, problem: 'not JSON' });
  const known = head.safeParse(json);
  if (!known.success || known.data.kind !== kind) return err({ type: 'foreign-state', where });
  const { version } = known.data;
  return version > 2 ? err({ type: 'newer-state', where, version }) : ok(json);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
