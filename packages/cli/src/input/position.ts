/** A place in a text, both from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The places of offsets in a text, which is looked through once, whatever their order. */
export function positionsOf(text: string, offsets: readonly number[]): readonly Position[] {
  const places = new Map<number, Position>();
  let line = 1;
  let lineStart = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    for (;;) {
      const end = text.indexOf('\n', lineStart);
      if (end === -1 || end >= offset) break;
      line += 1;
      lineStart = end + 1;
    }
    places.set(offset, { line, column: offset - lineStart + 1 });
  }
  return offsets.map((offset) => places.get(offset) ?? { line: 1, column: 1 });
}

/** The place of one offset. */
export function positionOf(text: string, offset: number): Position {
  return positionsOf(text, [offset])[0] ?? { line: 1, column: 1 };
}
