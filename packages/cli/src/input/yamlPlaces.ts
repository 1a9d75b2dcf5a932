import { isAlias, isMap, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { Place } from './parsedText.js';
import type { YamlDocument } from './yamlSyntax.js';
import { keyText } from './yamlValue.js';

type Entry = Pair<ParsedNode, ParsedNode | null>;

/** Finds places in a YAML document; within an alias that is where its anchor is. */
export function locateInYaml(document: YamlDocument, places: readonly Place[]): readonly number[] {
  const indexes = new Map<YAMLMap, ReadonlyMap<string, Entry>>();

  const entriesOf = (map: YAMLMap<ParsedNode, ParsedNode | null>): ReadonlyMap<string, Entry> => {
    const known = indexes.get(map);
    if (known !== undefined) return known;
    const entries = new Map(map.items.map((pair) => [keyText(pair.key) ?? '', pair]));
    indexes.set(map, entries);
    return entries;
  };

  const locate = ({ keys, target }: Place): number => {
    let node: ParsedNode | null = document.contents;
    let offset = node?.range[0] ?? 0;
    for (const [depth, key] of keys.entries()) {
      const here = resolved(node, document);
      if (isMap<ParsedNode, ParsedNode | null>(here)) {
        const entry: Entry | undefined = entriesOf(here).get(String(key));
        if (entry === undefined) return offset;
        node = entry.value;
        const empty = node === null || node.range[0] === node.range[1];
        const wantsKey = target === 'key' && depth === keys.length - 1;
        offset = (wantsKey || empty ? entry.key : node)?.range[0] ?? offset;
      } else if (isSeq<ParsedNode>(here)) {
        node = here.items[Number(key)] ?? null;
        if (node === null) return offset;
        offset = node.range[0];
      } else return offset;
    }
    return offset;
  };

  return places.map(locate);
}

function resolved(node: ParsedNode | null, document: YamlDocument): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}
