import { err, ok, Result } from 'neverthrow';
import type { InputProblem } from './inputError.js';
import { positionOf } from './position.js';

const decodeUtf8 = Result.fromThrowable((bytes: Uint8Array) =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes),
);

/** The text that bytes are in UTF-8, without a byte order mark. */
export function decode(bytes: Uint8Array): Result<string, InputProblem> {
  if (isUtf16(bytes)) return err({ type: 'not-utf8', looksLike: 'UTF-16' });
  const text = decodeUtf8(bytes);
  if (text.isErr()) return err({ type: 'not-utf8', looksLike: undefined });
  const nul = text.value.indexOf('\0');
  if (nul !== -1) return err({ type: 'nul', position: positionOf(text.value, nul) });
  return text.value.trim() === '' ? err({ type: 'empty' }) : ok(text.value);
}

/** A byte order mark, or the zero byte that every second one of a Latin text is. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length % 2 === 0 && bytes.length > 0 && (first === 0) !== (second === 0);
}
