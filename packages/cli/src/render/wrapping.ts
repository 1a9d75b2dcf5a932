/**
 * Wraps words behind a label; later lines start where the words of the first one do. A word with
 * spaces stays whole where it fits on a line.
 */
export function hanging(
  label: string,
  words: readonly string[],
  width: number,
  space = ' ',
): readonly string[] {
  const margin = ' '.repeat(label.length);
  const lines: string[] = [];
  let line = label;
  let empty = true;
  const fitting = words.flatMap((word) =>
    margin.length + word.length > width ? word.split(' ') : [word],
  );
  for (const word of fitting) {
    const longer = empty ? line + word : line + space + word;
    if (empty || longer.length <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = margin + word;
    }
    empty = false;
  }
  return [...lines, line];
}

/** Wraps a list with commas behind a label. */
export function list(label: string, items: readonly string[], width: number): readonly string[] {
  const last = items.length - 1;
  const words = items.map((item, index) => (index < last ? `${item},` : item));
  return hanging(label, words, width);
}

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_PARAGRAPH = 100;

/** Wraps a sentence behind a label. */
export function paragraph(label: string, sentence: string, width: number): readonly string[] {
  return hanging(label, sentence.split(/\s+/), Math.min(width, MAX_PARAGRAPH));
}

/** `1 slot`, `2 slots`, `1,624 slots` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `1,234,567`: what `toLocaleString` makes of it, without the tables of a language. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
