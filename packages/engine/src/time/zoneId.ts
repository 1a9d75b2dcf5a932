import { err, ok, type Result } from 'neverthrow';
import { isKnownZone } from './offsets.js';

declare const zoneBrand: unique symbol;

/** The name of an IANA time zone, spelled as the time zone database spells it. */
export type ZoneId = string & { readonly [zoneBrand]: true };

/** A text that is not the name of a time zone. */
export interface UnknownZone {
  /** Of this kind of error. */
  readonly type: 'unknown-zone';
  /** The text, as it was given. */
  readonly input: string;
  /** The same name spelled right, if it was only the case. */
  readonly suggestion: string | undefined;
}

/** Area/Location, each word capitalised; the runtime itself would take any case. */
export const IANA_NAME = /^(?:UTC|[A-Z][A-Za-z]+(?:\/(?:[A-Z][a-z]|GMT|UTC)[A-Za-z0-9_+-]*)+)$/;

let canonicalNames: ReadonlyMap<string, string> | undefined;

function namesByLowerCase(): ReadonlyMap<string, string> {
  canonicalNames ??= new Map(
    Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]),
  );
  return canonicalNames;
}

/** Names that were asked for and are zones, of which there are some 600; asking the runtime takes 50 µs. Not observable. */
const accepted = new Map<string, ZoneId>();

/**
 * Reads an IANA zone name; `local`, `UTC+2`, `EST` and wrong case are refused, the latter with a
 * suggestion.
 *
 * @example
 * zoneId('Europe/Madrid').isOk() // => true
 * zoneId('europe/madrid').mapErr(({ suggestion }) => suggestion) // => err('Europe/Madrid')
 */
export function zoneId(input: string): Result<ZoneId, UnknownZone> {
  const before = accepted.get(input);
  if (before !== undefined) return ok(before);
  const known = namesByLowerCase().get(input.toLowerCase());
  const misspelled = known !== undefined && known !== input;
  if (misspelled || !IANA_NAME.test(input) || !isKnownZone(input)) {
    return err({ type: 'unknown-zone', input, suggestion: misspelled ? known : undefined });
  }
  const id = input as ZoneId;
  accepted.set(input, id);
  return ok(id);
}
