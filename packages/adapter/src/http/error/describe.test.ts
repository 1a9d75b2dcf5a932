import { expect, test } from 'vitest';
import type { ClientError, Failure } from './clientError.js';
import { describeClientError } from './describe.js';

const field = {
  path: 'slots[1].end',
  slotIndex: 1,
  period: { start: '2026-10-05T09:00:00+02:00', end: '2026-10-05T10:00:00+02:00' },
  texts: ['End date should be less than or equal to 15.05.2021, 11:45.'],
};

const told: readonly [Failure, string][] = [
  [
    { type: 'rate-limited', retryAt: 0 },
    'the rate limit is used up; try again at 1970-01-01T00:00:00.000Z.',
  ],
  [
    { type: 'rate-limited', retryAt: 1e18 },
    'the rate limit is used up; try again at an unknown time.',
  ],
  [
    { type: 'unauthorized', message: 'Invalid credentials.' },
    'the client id and secret, or the token they gave, were refused: Invalid credentials.',
  ],
  [{ type: 'forbidden', message: '' }, 'not allowed.'],
  [{ type: 'not-found', message: 'Object not found' }, 'not found: Object not found.'],
  [{ type: 'not-sent' }, 'not sent, because it was not allowed any more when its turn came.'],
  [
    { type: 'conflict', message: 'Calendar already enabled' },
    'conflicts with what is there: Calendar already enabled.',
  ],
  [
    { type: 'rejected', status: 400, message: 'Invalid arguments', fields: [field] },
    'refused with status 400: Invalid arguments; slots[1].end (2026-10-05 09:00-10:00): End date should be less than or equal to 15.05.2021, 11:45.',
  ],
  [
    { type: 'unreachable', service: 'token', reason: 'timeout', detail: '' },
    'the token endpoint did not answer in time.',
  ],
  [
    { type: 'unreachable', service: 'api', reason: 'connection', detail: 'ECONNREFUSED' },
    'Docplanner could not be reached, or the connection broke (ECONNREFUSED).',
  ],
  [
    { type: 'unexpected-answer', status: 200, problem: 'id: invalid_union' },
    'an answer with status 200 that the API does not document: id: invalid_union.',
  ],
  [{ type: 'aborted' }, 'aborted.'],
  [
    { type: 'blocked-by-firewall', status: 405 },
    'the firewall before the API answered with status 405; wait some minutes and send fewer calls.',
  ],
  [
    { type: 'invalid-request', parameter: 'date', expected: 'a date such as 2026-10-05' },
    'date: expected a date such as 2026-10-05.',
  ],
];

test.each(told)('%j', (failure, sentence) => {
  const error: ClientError = { ...failure, operation: 'getSlots', outcome: 'not-done' };
  expect(describeClientError(error)).toBe(`getSlots: ${sentence} Nothing was changed.`);
});

test('an unknown outcome says what to do', () => {
  const error: ClientError = { type: 'aborted', operation: 'addCalendarBreak', outcome: 'unknown' };
  expect(describeClientError(error)).toBe(
    'addCalendarBreak: aborted. It may have taken effect: look before repeating it.',
  );
});

test('an invalid option', () => {
  const error = { type: 'invalid-options', option: 'baseUrl', expected: 'https://' } as const;
  expect(describeClientError(error)).toBe('Option baseUrl: expected https://.');
});
