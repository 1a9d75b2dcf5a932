/** What a scan tells of, in the order of the text. */
export interface JsonVisitor {
  readonly enter: (kind: 'object' | 'array', offset: number) => void;
  readonly leave: () => void;
  readonly key: (key: string, offset: number) => void;
  /** A text, number, true, false or null. */
  readonly scalar: (offset: number) => void;
}

const BLANK = /[\t\n\r ]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** From the space on, except the quote and the backslash. */
const PLAIN = /[ !#-[\]-\uffff]*/y;

/** Clinic documents are 9 levels deep. */
export const MAX_DEPTH = 64;

/** Where a text stops being JSON. */
export interface JsonStop {
  readonly offset: number;
  readonly reason: string;
}

/** Goes through a JSON text without making values, with a stack of its own: depth costs no calls. */
export function scanJson(text: string, visitor: JsonVisitor): JsonStop | undefined {
  const open: ('object' | 'array')[] = [];
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    const moved = pattern.lastIndex > at;
    at = pattern.lastIndex;
    return moved;
  };
  const stop = (reason: string): JsonStop => ({ offset: Math.min(at, text.length), reason });
  const string = (): JsonStop | undefined => {
    for (at += 1; text[at] !== '"'; ) {
      skip(PLAIN);
      if (at >= text.length) return stop('a text in quotes does not end');
      if (text[at] !== '"' && !skip(ESCAPE)) return stop('a character that JSON wants escaped');
    }
    at += 1;
    return undefined;
  };
  const key = (): JsonStop | undefined => {
    const start = at;
    if (text[at] !== '"') return stop('expected a key in double quotes');
    const bad = string();
    if (bad !== undefined) return bad;
    visitor.key(keyText(text.slice(start, at)), start);
    skip(BLANK);
    if (text[at] !== ':') return stop('expected a colon after the key');
    at += 1;
    return undefined;
  };
  let state: 'value' | 'first' | 'after' = 'value';
  for (;;) {
    skip(BLANK);
    const inside = open.at(-1);
    const here = text[at];
    if (state === 'after') {
      if (inside === undefined) {
        return at < text.length ? stop('something follows the end of the document') : undefined;
      }
      if (here === (inside === 'object' ? '}' : ']')) {
        open.pop();
        visitor.leave();
        at += 1;
        continue;
      }
      if (here !== ',') return stop(`expected a comma or the end of the ${inside}`);
      at += 1;
      skip(BLANK);
    } else if (state === 'first' && here === (inside === 'object' ? '}' : ']')) {
      state = 'after';
      continue;
    }
    if (inside === 'object') {
      const bad = key();
      if (bad !== undefined) return bad;
      skip(BLANK);
    }
    const start = at;
    const opener = text[at];
    if (opener === '{' || opener === '[') {
      if (open.length === MAX_DEPTH) return stop('nested too deeply for a clinic document');
      const kind = opener === '{' ? 'object' : 'array';
      open.push(kind);
      visitor.enter(kind, start);
      at += 1;
      state = 'first';
      continue;
    }
    if (opener === '"') {
      const bad = string();
      if (bad !== undefined) return bad;
    } else if (!skip(LITERAL)) return stop('expected a value');
    visitor.scalar(start);
    state = 'after';
  }
}

function keyText(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
