import { at } from '../path.js';
import { type ListSpec, readList } from './list.js';
import type { Reading } from './reading.js';
import { type Parent, type ReadRecord, readRecord, type Shape } from './record.js';
import { uniqueness } from './unique.js';

interface WithId {
  readonly id?: string | undefined;
}

/** Reads a list of objects with unique ids; an object in which something is wrong is left out. */
export function readItems<Known extends WithId, Whole extends Known, Item>(
  shape: Shape<Whole, Known>,
  spec: ListSpec,
  raw: unknown,
  parent: Parent,
  key: string,
  { errors }: Reading,
  read: (record: ReadRecord<Whole, Known>) => Item | undefined,
): readonly Item[] {
  const items = readList(spec, raw, parent, key, errors) ?? [];
  const unique = uniqueness(`ids that differ among the ${spec.items}`, errors);
  const list = at(parent.path, key);
  const whole: Item[] = [];
  items.forEach((item, index) => {
    const record = readRecord(shape, item, at(list, index), errors);
    if (record === undefined) return;
    unique(record.known.id, at(record.path, 'id'));
    const made = read(record);
    if (made !== undefined) whole.push(made);
  });
  return whole;
}
