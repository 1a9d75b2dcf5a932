import { err, ok, type Result } from 'neverthrow';
import type { State } from './state.js';
import type { StateError } from './stateError.js';
import { StateHead, StateSchema } from './stateSchema.js';

/** Reads the text of a state that has to be about the target. What is not understood is never repaired. */
export function parseState(text: string, where: string, target: string): Result<State, StateError> {
  const json = readJson(text);
  if (json === undefined) return err({ type: 'corrupt-state', where, problem: 'not JSON' });
  const head = StateHead.safeParse(json);
  if (!head.success) return err({ type: 'foreign-state', where });
  const { version } = head.data;
  if (version > 1) return err({ type: 'newer-state', where, version });
  const parsed = StateSchema.safeParse(json);
  if (!parsed.success) {
    const { path = [], code = 'custom' } = parsed.error.issues[0] ?? {};
    return err({ type: 'corrupt-state', where, problem: `${path.map(String).join('.')}: ${code}` });
  }
  const found = parsed.data.target;
  return found === target
    ? ok(parsed.data)
    : err({ type: 'other-target', where, found, wanted: target });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
