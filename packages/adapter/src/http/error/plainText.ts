const MAX_LINE_LENGTH = 200;

/** A text of somebody else's, made fit for one line of a log: no control characters, at most 200 characters. */
export function plainText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line;
}
