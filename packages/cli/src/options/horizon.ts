import {
  addDays,
  type ClinicDocument,
  describeHorizonError,
  formatDate,
  type Horizon,
  type Instant,
  instantFormatter,
  lastDateWithinReach,
  parseDate,
  parseHorizon,
  parseInstant,
  type ZoneId,
  zoneOf,
} from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { type Failure, wrongUsage } from '../exit.js';
import type { CommonOptions } from './common.js';

const DEFAULT_WEEKS = 12;
const MS_PER_MINUTE = 60_000;

/** The time to plan at: `--now`, or the clock cut to the minute. */
export function chosenNow({ now }: CommonOptions, clock: number): Result<Instant, Failure> {
  if (now !== undefined) return ok(now);
  const minute = new Date(Math.floor(clock / MS_PER_MINUTE) * MS_PER_MINUTE).toISOString();
  return parseInstant(`${minute.slice(0, 16)}Z`).mapErr((error) =>
    wrongUsage(`the clock is wrong: ${describeHorizonError(error)}; set --now`),
  );
}

/** The dates to compute: `--from`, else today at the clinic, through `--through` or so many weeks. */
export function chosenHorizon(
  options: CommonOptions,
  { timezone }: Pick<ClinicDocument, 'timezone'>,
  now: Instant,
): Result<Horizon, Failure> {
  const from = options.from ?? localDate(timezone, now);
  const through = options.through ?? lastOfWeeks(from, options.weeks ?? DEFAULT_WEEKS);
  return parseHorizon(from, through).mapErr((error) => wrongUsage(describeHorizonError(error)));
}

/** Refuses dates of which Docplanner takes none yet in any of these time zones. */
export function withinReach(
  first: Horizon['from'],
  option: '--from' | '--explain',
  zones: readonly ZoneId[],
  now: Instant,
): Result<undefined, Failure> {
  const reach = [...new Set(zones)].map((id) => lastDateWithinReach(zoneOf(id), now));
  const [last] = reach.sort((a, b) => b - a);
  if (last === undefined || first <= last) return ok(undefined);
  return err(
    wrongUsage(
      `${option} is ${formatDate(first)}, but Docplanner takes slots for 84 days from now at most: the last date is ${formatDate(last)}`,
    ),
  );
}

/** The date on the wall of a zone, such as `2026-10-05`. */
export function localDate(zone: ZoneId, at: Instant): string {
  return instantFormatter(zoneOf(zone))(at).slice(0, 10);
}

function lastOfWeeks(from: string, weeks: number): string {
  return parseDate(from)
    .map((date) => formatDate(addDays(date, weeks * 7 - 1)))
    .unwrapOr(from);
}
