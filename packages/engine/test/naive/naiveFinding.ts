import type { Range } from './range.js';

/** What a finding is about, and times of day that its message has to name. */
export interface NaiveFinding extends Range {
  readonly code: string;
  readonly ids: readonly string[];
  readonly named: readonly string[];
}
