/** What a text in YAML or JSON says, and where it says it. */
export interface ParsedText {
  readonly value: unknown;
  /**
   * Offsets in the text: of the value at each path, or of the key where the document has no such key.
   * Where there is no value, that of what it is missing from.
   */
  readonly locate: (places: readonly Place[]) => readonly number[];
}

export interface Place {
  readonly keys: readonly (string | number)[];
  readonly target: 'key' | 'value';
}

/** A text that is no YAML or no JSON, or says something that no clinic document may. */
export interface SyntaxProblem {
  readonly offset: number;
  readonly reason: string;
}

/** A text with what is in it, the place of everything wrong with which can be told. */
export interface Parsed {
  /** What the user called it, `-` is standard input. */
  readonly file: string;
  readonly text: string;
  readonly parsed: ParsedText;
}
