/**
 * Items by a key: groups in the order of their first items, items in the order in which they came.
 *
 * @example
 * [...groupBy([1, 2, 3], (count) => count % 2)] // => [[1, [1, 3]], [0, [2]]]
 */
export function groupBy<T, K>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [item]);
    else own.push(item);
  }
  return groups;
}
