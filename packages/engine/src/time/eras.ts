/** A stretch of time with one offset: `from` through `to`, exclusive. */
export interface Era {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** No zone changes its offset twice within six days, so probes this far apart see every change. */
const PROBE = 6 * 1440;
/** Eras are found a block at a time: about a year. */
const BLOCK = 61 * PROBE;
/** A block also covers the instants that its first and last wall times may stand for. */
const MARGIN = 2 * 1440;

/** The first minute after `low` at which the offset is no longer that of `low`; it differs at `high`. */
function firstChange(offsetAt: (minute: number) => number, low: number, high: number): number {
  const before = offsetAt(low);
  let same = low;
  let other = high;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

/** The eras of a block and its margins, in order, none touching the next with the same offset. */
function erasOfBlock(offsetAt: (minute: number) => number, block: number): readonly Era[] {
  const first = block * BLOCK - MARGIN;
  const last = (block + 1) * BLOCK + MARGIN;
  const eras: Era[] = [];
  let from = first;
  let offset = offsetAt(first);
  for (let seen = first; seen < last; ) {
    const next = Math.min(seen + PROBE, last);
    const offsetThere = offsetAt(next);
    if (offsetThere === offset) {
      seen = next;
      continue;
    }
    const change = firstChange(offsetAt, seen, next);
    eras.push({ from, to: change, offset });
    from = change;
    seen = change;
    offset = offsetAt(change);
  }
  eras.push({ from, to: last, offset });
  return eras;
}

/**
 * The eras near a minute, wall or not; blocks are made when they are asked for first. Minutes that follow each
 * other are most often of one block.
 */
export function eraTable(offsetAt: (minute: number) => number): (minute: number) => readonly Era[] {
  const blocks = new Map<number, readonly Era[]>();
  let last = Number.NaN;
  let eras: readonly Era[] = [];
  return (minute) => {
    const block = Math.floor(minute / BLOCK);
    if (block === last) return eras;
    last = block;
    eras = blocks.get(block) ?? erasOfBlock(offsetAt, block);
    blocks.set(block, eras);
    return eras;
  };
}
