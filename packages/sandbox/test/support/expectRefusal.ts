import { expect } from 'vitest';
import { ERROR_TYPE } from '../../src/answers/response.js';
import type { Answer } from './testClient.js';

/** The answer is an error of this status and text, in the error media type. */
export function expectRefusal(
  answer: Answer,
  status: number,
  message: string,
  errors: unknown = [],
): void {
  expect({ status: answer.status, body: answer.body }).toEqual({
    status,
    body: { errors, message },
  });
  expect(answer.headers.get('Content-Type')).toBe(ERROR_TYPE);
}
