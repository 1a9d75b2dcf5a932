/** Wraps words behind a label; later lines start where the words of the first one do. */
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
  for (const word of words) {
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

/** Wraps a sentence behind a label. */
export function paragraph(label: string, sentence: string, width: number): readonly string[] {
  return hanging(label, sentence.split(' '), width);
}

/** `1 slot`, `2 slots`, `1,624 slots` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
