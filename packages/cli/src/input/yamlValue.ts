import { err, ok, type Result } from 'neverthrow';
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar } from 'yaml';
import type { SyntaxProblem } from './parsedText.js';
import type { YamlDocument } from './yamlSyntax.js';

/** Values that aliases may stand for in all: what is written once and read a thousand times. */
const MAX_ALIASED = 1_000_000;

interface Anchored {
  readonly value: unknown;
  /** How many values it consists of. */
  readonly size: number;
}

type Read = Result<unknown, SyntaxProblem>;

/** The plain value of a document; aliases share theirs. */
export function yamlValue(document: YamlDocument): Read {
  const anchors = new Map<string, Anchored>();
  let size = 0;
  let aliased = 0;

  const read = (node: ParsedNode | null): Read => {
    if (node === null) return ok(null);
    const before = size;
    size += 1;
    const value = readBare(node);
    const anchor = isAlias(node) ? undefined : node.anchor;
    if (anchor !== undefined && value.isOk()) {
      anchors.set(anchor, { value: value.value, size: size - before });
    }
    return value;
  };

  const readBare = (node: ParsedNode): Read => {
    const offset = node.range[0];
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) return refuse(offset, 'the alias has no anchor before it');
      size += target.size;
      aliased += target.size;
      return aliased > MAX_ALIASED
        ? refuse(offset, 'the aliases stand for too much')
        : ok(target.value);
    }
    if (isMap<ParsedNode, ParsedNode | null>(node)) return readMap(node.items);
    if (isSeq<ParsedNode>(node)) return readAll(node.items);
    return ok(isScalar(node) ? scalarValue(node) : null);
  };

  const readAll = (nodes: readonly ParsedNode[]): Read => {
    const values: unknown[] = [];
    for (const node of nodes) {
      const value = read(node);
      if (value.isErr()) return value;
      values.push(value.value);
    }
    return ok(values);
  };

  const readMap = (pairs: readonly Pair<ParsedNode, ParsedNode | null>[]): Read => {
    const values = new Map<string, unknown>();
    for (const { key: keyNode, value: node } of pairs) {
      const key = keyText(keyNode);
      if (key === undefined) return refuse(keyNode.range[0], 'a key that is no text');
      if (values.has(key)) return refuse(keyNode.range[0], 'a key is given twice');
      const value = read(node);
      if (value.isErr()) return value;
      values.set(key, value.value);
    }
    // Makes own properties of every key, `__proto__` among them.
    return ok(Object.fromEntries(values));
  };

  return read(document.contents);
}

/** What a key says, if it is a plain one. */
export function keyText(node: ParsedNode | null): string | undefined {
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** 007, 0x1F, 12345678901234567890: as a number these would lose digits that an id needs. */
const LOSSY = /^-?0\d|^0[xo]/;

function scalarValue({ value, source, type }: Scalar): unknown {
  if (typeof value !== 'number' || type !== 'PLAIN' || source === undefined) return value;
  const tooLarge = /^-?\d+$/.test(source) && !Number.isSafeInteger(value);
  return tooLarge || LOSSY.test(source) ? source : value;
}

function refuse(offset: number, reason: string): Read {
  return err({ offset, reason });
}
