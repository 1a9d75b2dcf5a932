/** A place in a document, as a chain from the leaf up: cheap to make for every item, read only on error. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

/** The document itself; every path starts here and it has no key of its own. */
export const ROOT: Path = { parent: undefined, key: '' };

/** The place of a key or an index within `parent`. */
export function at(parent: Path, key: string | number): Path {
  return { parent, key };
}

/** The keys from the document down to a place. */
export function keysOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let here = path; here.parent !== undefined; here = here.parent) keys.push(here.key);
  return keys.reverse();
}

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$-]{0,59}$/u;

/** Writes keys as `calendars[0].schedules[2].rrule`; a key that is no plain word is quoted and cut short. */
export function pathText(keys: readonly (string | number)[]): string {
  return keys
    .map((key, place) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!PLAIN_KEY.test(key)) return `[${JSON.stringify(shortened(key))}]`;
      return place === 0 ? key : `.${key}`;
    })
    .join('');
}

const LONGEST = 60;

/** At most 60 characters of a text, so that one bad value cannot fill a screen. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
