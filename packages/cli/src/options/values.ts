import {
  describeHorizonError,
  type Instant,
  type InvalidTime,
  type Moment,
  parseDate,
  parseInstant,
  parseMoment,
} from '@slotwright/engine';
import type { Split } from '@slotwright/engine/plan';
import { InvalidArgumentError } from 'commander';
import type { Result } from 'neverthrow';

/** commander learns that a value is wrong by an exception; this is the only place that throws one. */
function accepted<T>(result: Result<T, InvalidTime>): T {
  return result.match(
    (value) => value,
    (error) => {
      throw new InvalidArgumentError(`${describeHorizonError(error)}.`);
    },
  );
}

/** `2026-10-05`, kept as text. */
export function date(text: string): string {
  return accepted(parseDate(text).map(() => text));
}

/** `2026-10-01T08:00:00Z` or another offset, in whole minutes. */
export function instant(text: string): Instant {
  return accepted(parseInstant(text));
}

/** `2026-10-06T10:20`, with or without an offset. */
export function moment(text: string): Moment {
  return accepted(parseMoment(text));
}

/** A number of weeks, 1 to 52. */
export function weeks(text: string): number {
  return numberUpTo(text, 52);
}

/** A number of weeks that Docplanner may have, 1 to 12. */
export function importWeeks(text: string): number {
  return numberUpTo(text, 12);
}

function numberUpTo(text: string, most: number): number {
  const count = wholeNumber(text);
  if (count === undefined || count < 1 || count > most) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  }
  return count;
}

const MAX_PORT = 65_535;

/** A TCP port; 0 for any that is free. */
export function port(text: string): number {
  const number = wholeNumber(text);
  if (number === undefined || number > MAX_PORT) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_PORT}.`);
  }
  return number;
}

const MAX_SECONDS = 3_600;

/** A number of seconds, 1 to an hour, as milliseconds. */
export function seconds(text: string): number {
  const count = wholeNumber(text);
  if (count === undefined || count < 1 || count > MAX_SECONDS) {
    throw new InvalidArgumentError(
      `It must be a whole number of seconds from 1 to ${MAX_SECONDS}.`,
    );
  }
  return count * 1000;
}

/** How many of something: a whole number from 1. */
export function atLeastOne(text: string): number {
  const count = wholeNumber(text);
  if (count === undefined || count < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1.');
  }
  return count;
}

/** How requests are split: `whole`, `per-date` or the most entries of one request. */
export function split(text: string): Split {
  if (text === 'whole') return { type: 'one-request' };
  if (text === 'per-date') return { type: 'one-per-date' };
  const entries = wholeNumber(text);
  if (entries === undefined || entries < 1) {
    throw new InvalidArgumentError(
      'It must be whole, per-date or the most entries of one request.',
    );
  }
  return { type: 'most-entries', entries };
}

/** Gathers an option that may be given more than once. */
export function collectText(
  text: string,
  before: readonly string[] | undefined,
): readonly string[] {
  return [...(before ?? []), text];
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
