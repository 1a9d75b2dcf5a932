import { err, ok, type Result } from 'neverthrow';
import type { z } from 'zod';
import type { Failure } from '../error/clientError.js';
import { plainText } from '../error/plainText.js';
import { type Answer, jsonOf } from './answer.js';

/** Reads the body of a successful answer; fails where it has not the documented shape. */
export type BodyReader<T> = (answer: Answer) => Result<T, Failure>;

/** A reader by schema. Its failure names the first place that is wrong and never quotes the answer. */
export function bodyReader<T extends z.ZodType>(schema: T): BodyReader<z.output<T>> {
  return ({ status, body }) => {
    const parsed = schema.safeParse(jsonOf(body));
    if (parsed.success) return ok(parsed.data);
    const { path = [], code = 'custom' } = parsed.error.issues[0] ?? {};
    const place = path.length === 0 ? 'the body' : path.map(String).join('.');
    return err({ type: 'unexpected-answer', status, problem: plainText(`${place}: ${code}`) });
  };
}

/** For answers without a body: the status says everything. */
export const noBody: BodyReader<void> = () => ok();
