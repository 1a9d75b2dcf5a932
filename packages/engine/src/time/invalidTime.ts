import { err, type Result } from 'neverthrow';

/** What is wrong with a text that is not the date or time that was asked for. */
export type InvalidTimeReason =
  /** Not of the form that was asked for. */
  | 'malformed'
  /** Of the form of a date, but not on the calendar: 2026-02-30. */
  | 'no-such-date'
  /** Of the form of a time of day or an offset, but on no clock: 25:00. */
  | 'no-such-time'
  /** On the calendar, but before 1970 or after 2199. */
  | 'out-of-range'
  /** Seconds other than :00, where whole minutes are asked for. */
  | 'seconds'
  | 'offset-missing'
  | 'offset-not-allowed'
  /** An end that is at or before its start. */
  | 'not-after-start';

/** A text that is not the date or time that was asked for. */
export interface InvalidTime {
  /** Of this kind of error. */
  readonly type: 'invalid-time';
  /** What is wrong with it. */
  readonly reason: InvalidTimeReason;
  /** The text, as it was given. */
  readonly input: string;
  /** What a right one is, as a noun phrase with an example. */
  readonly expected: string;
}

export function invalidTime(
  reason: InvalidTimeReason,
  input: string,
  expected: string,
): Result<never, InvalidTime> {
  return err({ type: 'invalid-time', reason, input, expected });
}

const MAX_QUOTE = 60;

/**
 * What is wrong with a date or time and what was expected, as words for people, to follow a colon. It
 * repeats the input, cut at 60 characters.
 *
 * @example
 * parseDate('2026-02-30').mapErr(describeInvalidTime)
 * // => err('"2026-02-30" does not exist on the calendar; expected a date from 1970-01-01 through 2199-12-31, such as 2026-10-05')
 */
export function describeInvalidTime({ reason, input, expected }: InvalidTime): string {
  const text = `"${input.length > MAX_QUOTE ? `${input.slice(0, MAX_QUOTE)}…` : input}"`;
  const wrong = wording(reason);
  return wrong === undefined
    ? `${text} is not ${expected}`
    : `${text} ${wrong}; expected ${expected}`;
}

function wording(reason: InvalidTimeReason): string | undefined {
  switch (reason) {
    case 'malformed':
    case 'out-of-range':
      return undefined;
    case 'no-such-date':
      return 'does not exist on the calendar';
    case 'no-such-time':
      return 'is not on any clock';
    case 'seconds':
      return 'has seconds';
    case 'offset-missing':
      return 'has no offset';
    case 'offset-not-allowed':
      return 'has an offset';
    case 'not-after-start':
      return 'is not after the start';
    default:
      return reason satisfies never;
  }
}
