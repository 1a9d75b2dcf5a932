import type { AddressServiceId, Calendar, CalendarId, ClinicDocument } from '@slotwright/engine';
import { err, ok, type Result } from 'neverthrow';
import { type Failure, wrongUsage } from '../exit.js';

/** The calendars that `--calendar` names, in the document's order; all of them if it names none. */
export function chosenCalendars(
  { calendars }: ClinicDocument,
  wanted: readonly string[] = [],
): Result<readonly Calendar[], Failure> {
  const known = calendars.map(({ id }): string => id);
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    return err(wrongUsage(`the document has no calendar "${unknown}". ${offered(unknown, known)}`));
  }
  const ids = new Set(wanted);
  return ok(ids.size === 0 ? calendars : calendars.filter(({ id }) => ids.has(id)));
}

/** The calendars among these that have a service, which must be at least one. */
export function calendarsWithService(
  calendars: readonly Calendar[],
  wanted: string,
): Result<ReadonlyMap<CalendarId, AddressServiceId>, Failure> {
  const found = new Map<CalendarId, AddressServiceId>();
  for (const { id, services } of calendars) {
    const service = services.find(({ addressServiceId }) => addressServiceId === wanted);
    if (service !== undefined) found.set(id, service.addressServiceId);
  }
  if (found.size > 0) return ok(found);
  const known = calendars.flatMap(({ services }) =>
    services.map(({ addressServiceId }) => addressServiceId),
  );
  return err(
    wrongUsage(
      `the calendars have no service "${wanted}". ${offered(wanted, [...new Set<string>(known)])}`,
    ),
  );
}

const MAX_LISTED = 12;

/** The nearest of the known ids and a list of them. */
function offered(wanted: string, known: readonly string[]): string {
  const [nearest] = known
    .map((id) => ({ id, distance: editDistance(wanted.toLowerCase(), id.toLowerCase()) }))
    .filter(({ id, distance }) => distance <= Math.max(2, id.length / 3) || id.includes(wanted))
    .sort((a, b) => a.distance - b.distance);
  const listed = known.slice(0, MAX_LISTED).join(', ');
  const more = known.length > MAX_LISTED ? ` and ${known.length - MAX_LISTED} more` : '';
  const guess = nearest === undefined ? '' : `Did you mean "${nearest.id}"? `;
  return `${guess}Known: ${listed}${more}`;
}

/** Letters to insert, delete or replace to get from one word to the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      const shorter = Math.min(row[column] ?? 0, next[column - 1] ?? 0) + 1;
      next.push(Math.min(replaced, shorter));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
