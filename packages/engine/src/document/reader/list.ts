import { Result } from 'neverthrow';
import { at, type ErrorCollector, foundText, uniqueness } from './errorCollector.js';
import { type Fields, type Parent, type ReadRecord, readRecord, type Shape } from './record.js';

/** A list of the document: the key that it is at, how many items it may have and what an absent one means. */
export interface List {
  readonly key: string;
  /** What its items are called together, in messages. Default: the key. */
  readonly items?: string;
  readonly least: 0 | 1;
  readonly most: number;
  readonly absent: 'is-empty' | 'is-an-error';
}

/** A list of objects. */
export interface ItemList<Whole, Known> extends List {
  readonly shape: Shape<Whole, Known>;
}

const itemsOf = Result.fromThrowable((raw: unknown, most: number) => {
  if (!Array.isArray(raw)) return undefined;
  const length: number = raw.length;
  // Counted before it is copied: a list that is too long costs nothing.
  const items: readonly unknown[] = length > most ? [] : Array.from(raw);
  return { length, items };
});

/** The items of a list, unread; undefined (and an error) where there is no such list. */
export function readList(
  list: List,
  parent: Parent,
  errors: ErrorCollector,
): readonly unknown[] | undefined {
  const raw = parent.known[list.key];
  if (raw === undefined && list.absent === 'is-empty') return [];
  const expected = describeList(list);
  const path = at(parent.path, list.key);
  if (raw === undefined) {
    if (!parent.tried(list.key)) errors.add(path, { type: 'missing' }, expected);
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

function describeList({ key, items = key, least, most }: List): string {
  return `a list of ${least === 0 ? '' : 'at least one and '}at most ${most} ${items}`;
}

/** Reads a list of objects; those of which `read` makes nothing are left out. */
export function readItems<Known extends Fields, Whole extends Known, Item>(
  list: ItemList<Whole, Known>,
  parent: Parent,
  errors: ErrorCollector,
  read: (record: ReadRecord<Whole, Known>) => Item | undefined,
): readonly Item[] {
  const path = at(parent.path, list.key);
  const made: Item[] = [];
  (readList(list, parent, errors) ?? []).forEach((item, index) => {
    const record = readRecord(list.shape, item, at(path, index), errors);
    const one = record === undefined ? undefined : read(record);
    if (one !== undefined) made.push(one);
  });
  return made;
}

interface WithId {
  readonly id?: string | undefined;
}

/** The same for objects that have an `id` each: one that was used before is an error. */
export function readItemsWithIds<Known extends WithId & Fields, Whole extends Known, Item>(
  list: ItemList<Whole, Known>,
  parent: Parent,
  errors: ErrorCollector,
  read: (record: ReadRecord<Whole, Known>) => Item | undefined,
): readonly Item[] {
  const unique = uniqueness(`ids that differ among the ${list.items ?? list.key}`, errors);
  return readItems(list, parent, errors, (record) => {
    unique(record.known.id, at(record.path, 'id'));
    return read(record);
  });
}
