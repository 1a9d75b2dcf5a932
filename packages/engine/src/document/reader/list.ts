import { Result } from 'neverthrow';
import { at } from '../path.js';
import type { ErrorCollector } from './errorCollector.js';
import { foundText } from './found.js';
import type { Parent } from './record.js';

/** A list of the document: what its items are, how many it may have and what an absent one means. */
export interface ListSpec {
  readonly items: string;
  readonly least: 0 | 1;
  readonly most: number;
  readonly absent: 'is-empty' | 'is-an-error';
}

const itemsOf = Result.fromThrowable((raw: unknown, most: number) => {
  if (!Array.isArray(raw)) return undefined;
  const length: number = raw.length;
  // Counted before it is copied: a list that is too long costs nothing.
  const items: readonly unknown[] = length > most ? [] : Array.from(raw);
  return { length, items };
});

/** The items of the list at a key of an object, unread; undefined (and an error) where there is no such list. */
export function readList(
  spec: ListSpec,
  raw: unknown,
  parent: Parent,
  key: string,
  errors: ErrorCollector,
): readonly unknown[] | undefined {
  if (raw === undefined && spec.absent === 'is-empty') return [];
  const expected = describeList(spec);
  const path = at(parent.path, key);
  if (raw === undefined) {
    if (!parent.tried(key)) errors.add(path, { type: 'missing' }, expected);
    return undefined;
  }
  const read = itemsOf(raw, spec.most);
  if (read.isErr()) {
    errors.add(path, { type: 'unreadable' }, expected);
    return undefined;
  }
  if (read.value === undefined) {
    errors.add(path, { type: 'invalid-value', found: foundText(raw) }, expected);
    return undefined;
  }
  const { length, items } = read.value;
  if (length > spec.most) {
    errors.add(path, { type: 'too-many', limit: spec.most, found: length }, expected);
    return undefined;
  }
  if (length < spec.least) {
    errors.add(path, { type: 'too-few', least: spec.least }, expected);
    return undefined;
  }
  return items;
}

function describeList({ items, least, most }: ListSpec): string {
  return `a list of ${least === 0 ? '' : 'at least one and '}at most ${most} ${items}`;
}
