import { distance } from 'fastest-levenshtein';

/** Comparing longer texts costs time and never finds a misspelling of a key or an id. */
const MAX_WORD_LENGTH = 40;
/** Shorter beginnings say too little. */
const MIN_BEGINNING_LENGTH = 3;

/** The candidate that is meant by `word`: the closest one, or else the only one that begins with it. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_WORD_LENGTH) return undefined;
  const typed = word.toLowerCase();
  const begun: string[] = [];
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (known.startsWith(typed)) begun.push(candidate);
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const far = distance(typed, known);
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return (
    best ?? (begun.length === 1 && typed.length >= MIN_BEGINNING_LENGTH ? begun[0] : undefined)
  );
}
