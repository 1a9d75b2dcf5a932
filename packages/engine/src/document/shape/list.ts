import type { Part } from './part.js';
import type { Fields, RecordInput, RecordPart } from './record.js';

/** How a list is called, how many items it may have and what it means that it is not there. */
export interface ListOptions {
  /** What its items are called together, in messages. Default: the key. */
  readonly items?: string;
  /** Default: 0. */
  readonly least?: 0 | 1;
  readonly most: number;
  /** Default: `is-empty`. */
  readonly absent?: 'is-empty' | 'is-an-error';
}

/** A list of the document, at a key of an object. */
export interface ListPart<Item> extends Part<readonly Item[]> {
  readonly key: string;
  readonly items: string;
  readonly least: 0 | 1;
  readonly most: number;
  readonly absent: 'is-empty' | 'is-an-error';
}

/** Describes a list; its items are read by its reader. */
export function list<Item>(
  key: string,
  item: Part<Item>,
  { items = key, least = 0, most, absent = 'is-empty' }: ListOptions,
): ListPart<Item> {
  const schema = {
    type: 'array',
    ...(least === 0 ? {} : { minItems: least }),
    maxItems: most,
    items: item.schema,
  };
  return { key, items, least, most, absent, schema };
}

/** A list of objects. */
export interface RecordList<F extends Fields> extends ListPart<RecordInput<F>> {
  readonly record: RecordPart<F>;
}

/** Describes a list of objects. */
export function recordList<F extends Fields>(
  key: string,
  record: RecordPart<F>,
  options: ListOptions,
): RecordList<F> {
  return { ...list(key, record, options), record };
}
