/**
 * A short text that differs when a value differs: FNV-1a, 64 bits, of its canonical JSON. It tells stale
 * from fresh; it is no protection against anybody.
 *
 * Law: the order of an object's keys does not matter.
 */
export function fingerprint(value: unknown): string {
  return fnv1a(canonicalJson(value));
}

/** JSON with sorted keys, in ASCII. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortedKeys).replace(
    /[^\0-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const TWO_32 = 2 ** 32;
/** The prime is 2^40 + 0x1b3. */
const PRIME_LOW = 0x1b3;

/** 16 hexadecimal digits of the hash of an ASCII text; two halves of 32 bits, as numbers are exact to 53. */
export function fnv1a(ascii: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < ascii.length; index += 1) {
    low = (low ^ ascii.charCodeAt(index)) >>> 0;
    const product = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(product / TWO_32) + low * 0x100) % TWO_32;
    low = product % TWO_32;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
