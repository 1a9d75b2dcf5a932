/** What matching asks of a text: every literal part of a pattern is looked for once, from where the last one ended. */
type Searchable = Pick<string, 'length' | 'startsWith' | 'endsWith' | 'indexOf'>;

/**
 * Whether a whole path matches a pattern in which `*` stands for any characters, none included. Each part takes the
 * first place where it fits and never gives it back, so that no pattern can make this slow.
 */
export function pathMatches(pattern: string, path: Searchable): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (!path.startsWith(first)) return false;
  if (last === undefined) return path.length === first.length;
  let end = first.length;
  for (const part of parts) {
    const start = path.indexOf(part, end);
    if (start < 0) return false;
    end = start + part.length;
  }
  return path.length - last.length >= end && path.endsWith(last);
}
