/** A half-open range [start, end) of minutes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The longest stretches of minutes in [start, end) that have the same non-empty text. */
export function runs(
  { start, end }: Range,
  textAt: (minute: number) => string,
): readonly (Range & { readonly text: string })[] {
  const found: (Range & { readonly text: string })[] = [];
  let from = start;
  let text = '';
  for (let minute = start; minute <= end; minute++) {
    const textHere = minute < end ? textAt(minute) : '';
    if (textHere === text) continue;
    if (text !== '') found.push({ start: from, end: minute, text });
    from = minute;
    text = textHere;
  }
  return found;
}

/** The longest stretches of minutes in [start, end) for which something holds. */
export function runsWhere(range: Range, holds: (minute: number) => boolean): readonly Range[] {
  return runs(range, (minute) => (holds(minute) ? 'yes' : '')).map(({ start, end }) => ({
    start,
    end,
  }));
}
