/** How many keys the objects of a JSON text have, and how deep it is nested. */
export interface JsonKeys {
  readonly count: number;
  readonly depth: number;
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Counts the keys of a JSON text, those that an object has twice among them. Of other texts it says nothing. */
export function keysInText(text: string): JsonKeys {
  let [count, depth, deepest] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COLON) count += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) depth -= 1;
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    }
  }
  return { count, depth: deepest };
}

/** Counts the keys of a value that JSON.parse gave, which has none of them twice. */
export function keysInValue(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const isArray = Array.isArray(value);
  const members: readonly unknown[] = isArray ? value : Object.values(value);
  let count = isArray ? 0 : members.length;
  for (const member of members) count += keysInValue(member);
  return count;
}

/** The place of the quote that ends the text in quotes that starts at a place. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}
