import { parseDate, parseInstant } from '@slotwright/engine';
import { ok, type Result } from 'neverthrow';
import type { CallFailure } from '../error/clientError.js';
import { invalidRequest } from './path.js';

/** To the second, with an offset: the live API refuses `Z` and fractions (Docplanner API, section 14). */
const SENT = /T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

const EXPECTED = 'a time to the second with its offset, such as 2026-10-05T09:00:00+02:00';

/** Checks times that are about to be sent; the first that is not in the API's form is the error. */
export function checkTimes(times: Readonly<Record<string, string>>): Result<void, CallFailure> {
  const wrong = Object.entries(times).find(
    ([, text]) => !SENT.test(text) || parseInstant(text).isErr(),
  );
  return wrong === undefined ? ok() : invalidRequest(wrong[0], EXPECTED);
}

/** Checks a local date that is about to be sent. */
export function checkDate(date: string): Result<void, CallFailure> {
  return parseDate(date)
    .map(() => undefined)
    .orElse(() => invalidRequest('date', 'a date such as 2026-10-05'));
}
