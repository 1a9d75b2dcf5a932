import type { Problem } from '../errors.js';
import { keysOf, type Path, pathText } from '../path.js';
import type { ErrorCollector } from './errorCollector.js';

/** Reports every value that was seen before, at the later place; answers false for those. */
export function uniqueness(
  expected: string,
  errors: ErrorCollector,
): (value: string | undefined, path: Path) => boolean {
  const seen = new Map<string, Path>();
  return (value, path) => {
    if (value === undefined) return true;
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, path);
      return true;
    }
    errors.add(
      path,
      (): Problem => ({ type: 'duplicate', value, first: pathText(keysOf(first)) }),
      expected,
    );
    return false;
  };
}
