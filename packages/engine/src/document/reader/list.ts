import { Result } from 'neverthrow';
import type { ListPart, RecordList } from '../shape/list.js';
import type { Scalar } from '../shape/part.js';
import type { Field, Fields } from '../shape/record.js';
import { at, duplicateOf, type ErrorCollector, foundText, type Path } from './errorCollector.js';
import { type Parent, type ReadRecord, readRecord, tried } from './record.js';

const itemsOf = Result.fromThrowable((raw: unknown, most: number) => {
  if (!Array.isArray(raw)) return undefined;
  const length: number = raw.length;
  // Counted before it is copied: a list that is too long costs nothing.
  const items: readonly unknown[] = length > most ? [] : Array.from(raw);
  return { length, items };
});

/** The items of a list, unread; undefined (and an error) where there is no such list. */
export function readList(
  list: ListPart<unknown>,
  parent: Parent,
  errors: ErrorCollector,
): readonly unknown[] | undefined {
  const raw = parent.known[list.key];
  if (raw === undefined && list.absent === 'is-empty') return [];
  const expected = describeList(list);
  const path = at(parent.path, list.key);
  if (raw === undefined) {
    if (!tried(parent, list.key)) errors.add(path, { type: 'missing' }, expected);
    return undefined;
  }
  const read = itemsOf(raw, list.most);
  if (read.isErr()) {
    errors.add(path, { type: 'unreadable' }, expected);
    return undefined;
  }
  if (read.value === undefined) {
    errors.add(path, { type: 'invalid-value', found: foundText(raw) }, expected);
    return undefined;
  }
  const { length, items } = read.value;
  if (length > list.most) {
    errors.add(path, { type: 'too-many', limit: list.most, found: length }, expected);
    return undefined;
  }
  if (length < list.least) {
    errors.add(path, { type: 'too-few', least: list.least }, expected);
    return undefined;
  }
  return items;
}

function describeList({ items, least, most }: ListPart<unknown>): string {
  return `a list of ${least === 0 ? '' : 'at least one and '}at most ${most} ${items}`;
}

/** Reads a list of objects; those of which `read` makes nothing are left out. */
export function readItems<F extends Fields, Item>(
  list: RecordList<F>,
  parent: Parent,
  errors: ErrorCollector,
  read: (record: ReadRecord<F>) => Item | undefined,
): readonly Item[] {
  const path = at(parent.path, list.key);
  const made: Item[] = [];
  const items = readList(list, parent, errors) ?? [];
  items.forEach((item, index) => {
    const record = readRecord(list.record, item, at(path, index), errors);
    const one = record === undefined ? undefined : read(record);
    if (one !== undefined) made.push(one);
  });
  return made;
}

type WithId = Fields & { readonly id: Field<Scalar<string, string | number>, true> };

/** The same for objects that have an `id` each: one that was used before is an error. */
export function readItemsWithIds<F extends WithId, Item>(
  list: RecordList<F>,
  parent: Parent,
  errors: ErrorCollector,
  read: (record: ReadRecord<F>) => Item | undefined,
): readonly Item[] {
  const expected = `ids that differ among the ${list.items}`;
  const seen = new Map<string, Path>();
  return readItems(list, parent, errors, (record) => {
    const { known, path } = record;
    const { id } = known;
    if (id === undefined) return read(record);
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else errors.add(at(path, 'id'), () => duplicateOf(at(first, 'id'), id), expected);
    return read(record);
  });
}
