/**
 * Local time by asking Intl, one minute at a time. Instants are minutes since the Unix epoch, wall
 * times are minutes since 1970-01-01T00:00 on the wall clock, dates are days since 1970-01-01.
 */
export interface Clock {
  readonly offsetAt: (instant: number) => number;
  readonly wallAt: (instant: number) => number;
  /** The instant that a wall time stands for. */
  readonly place: (wall: number) => number;
  /** The first instant at which the clock shows a wall time or a later one: the end of a gap. */
  readonly from: (wall: number) => number;
  /** The first instant that exists on a date (or, if the zone skips the date, after it). */
  readonly startOf: (date: number) => number;
  readonly iso: (instant: number) => string;
}

export const DAY = 1440;

/** No zone is further from UTC than this. */
const FURTHEST = 16 * 60;

export function dateOfWall(wall: number): number {
  return Math.floor(wall / DAY);
}

function offsetByIntl(timezone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = format.formatToParts(instant * 60_000);
    const field = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    const shown = Date.UTC(
      field('year'),
      field('month') - 1,
      field('day'),
      field('hour'),
      field('minute'),
      field('second'),
    );
    return Math.round(shown / 60_000 - instant);
  };
}

/** Asks Intl at full hours only, and at every minute of an hour in which the offset changes. */
function remembered(ask: (instant: number) => number): (instant: number) => number {
  const answers = new Map<number, number>();
  const asked = (instant: number): number => {
    const known = answers.get(instant);
    if (known !== undefined) return known;
    const answer = ask(instant);
    answers.set(instant, answer);
    return answer;
  };
  return (instant) => {
    const hour = Math.floor(instant / 60) * 60;
    const before = asked(hour);
    return before === asked(hour + 60) ? before : asked(instant);
  };
}

function newClock(timezone: string): Clock {
  const offsetAt = remembered(offsetByIntl(timezone));
  const wallAt = (instant: number): number => instant + offsetAt(instant);
  const from = (wall: number): number => {
    let t = wall - FURTHEST;
    while (wallAt(t) < wall) t++;
    return t;
  };
  return {
    from,
    offsetAt,
    wallAt,
    place: (wall) => {
      // A wall time that occurs twice is its first occurrence.
      for (let t = wall - FURTHEST; t <= wall + FURTHEST; t++) if (wallAt(t) === wall) return t;
      // One that does not exist is read with the offset from before the gap.
      let t = wall - FURTHEST;
      while (wallAt(t) < wall) t++;
      return wall - offsetAt(t - 1);
    },
    startOf: (date) => from(date * DAY),
    iso: (instant) => {
      const offset = offsetAt(instant);
      const wall = new Date(wallAt(instant) * 60_000).toISOString().slice(0, 19);
      const size = new Date(Math.abs(offset) * 60_000).toISOString().slice(11, 16);
      return `${wall}${offset < 0 ? '-' : '+'}${size}`;
    },
  };
}

const clocks = new Map<string, Clock>();

export function clockOf(timezone: string): Clock {
  const known = clocks.get(timezone);
  if (known !== undefined) return known;
  const clock = newClock(timezone);
  clocks.set(timezone, clock);
  return clock;
}
