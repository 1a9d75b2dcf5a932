import { scanJson } from './jsonScan.js';
import type { Place } from './parsedText.js';

/** Wanted places as a tree of keys; the offsets are filled in on the way through the text. */
interface Node {
  readonly children: Map<string | number, Node>;
  key: number;
  value: number;
}

const UNSEEN = -1;

function newNode(): Node {
  return { children: new Map(), key: UNSEEN, value: UNSEEN };
}

/** Finds places in a text that is known to be JSON. */
export function locateInJson(text: string, places: readonly Place[]): readonly number[] {
  const root = newNode();
  const chains = places.map(({ keys }) => chainTo(root, keys));
  scanJson(text, finder(root));
  return chains.map((chain, index) => {
    const last = chain.at(-1);
    const wanted = places[index]?.target === 'key' ? last?.key : last?.value;
    if (wanted !== undefined && wanted !== UNSEEN) return wanted;
    return chain.findLast(({ value }) => value !== UNSEEN)?.value ?? 0;
  });
}

function chainTo(root: Node, keys: readonly (string | number)[]): readonly Node[] {
  const chain = [root];
  let node = root;
  for (const key of keys) {
    const next = node.children.get(key) ?? newNode();
    node.children.set(key, next);
    chain.push(next);
    node = next;
  }
  return chain;
}

/** Follows the wanted nodes through the text; where nothing is wanted it only counts depth. */
function finder(root: Node) {
  const stack: { node: Node | undefined; index: number | undefined }[] = [];
  let next: Node | undefined = root;

  const begin = (offset: number): Node | undefined => {
    const top = stack.at(-1);
    if (top?.index !== undefined) next = top.node?.children.get(top.index++);
    const node = next;
    if (node !== undefined) node.value = offset;
    next = undefined;
    return node;
  };

  return {
    enter: (kind: 'object' | 'array', offset: number) => {
      stack.push({ node: begin(offset), index: kind === 'array' ? 0 : undefined });
    },
    leave: () => {
      stack.pop();
    },
    key: (key: string, offset: number) => {
      next = stack.at(-1)?.node?.children.get(key);
      if (next !== undefined) next.key = offset;
    },
    scalar: (offset: number) => {
      begin(offset);
    },
  };
}
