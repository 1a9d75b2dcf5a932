/**
 * Whether a request target is a plain path: no `//`, no `.` or `..` in any spelling, no backslash, every
 * percent-encoding valid. Everything else is refused before URLs are normalised, so that `/a/%2e%2e/b` is not `/b`.
 */
export function isPlainTarget(target: string): boolean {
  const path = target.split('?', 1)[0] ?? '';
  if (!path.startsWith('/') || path.includes('\\')) return false;
  return path === '/' || path.slice(1).split('/').every(isPlainSegment);
}

function isPlainSegment(segment: string): boolean {
  try {
    const text = decodeURIComponent(segment);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return text !== '' && text !== '.' && text !== '..' && !/[/\\\u0000-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
