import type { PublishedService } from '../calendar/template.js';
import type { ShownDate } from './shownDate.js';

/** What some dates show together, if the same windows are behind all of them. */
export interface Evidence {
  /** Nothing is open in the date's last minute: windows end there at the latest. */
  readonly last: number;
  /** Starts that some date shows, sorted. */
  readonly minutes: readonly number[];
  /** The services that some date shows at a start. */
  readonly services: (minute: number) => readonly PublishedService[];
  /** A visit of up to so many minutes would be shown then, and is not; -1 if that cannot be said. */
  readonly absentRoom: (minute: number, order: number) => number;
  /** Wherever a visit is shown then, it has so many minutes at least before hidden time. */
  readonly shownRoom: (minute: number, order: number) => number;
}

interface Rooms {
  readonly absent: number;
  readonly shown: number;
}

/** More than the longest date has. */
const MAX_MINUTES = 10_000;

export function evidenceOf(dates: readonly ShownDate[]): Evidence {
  const all = new Map<number, Map<number, PublishedService>>();
  for (const { starts } of dates) {
    for (const [minute, services] of starts) {
      const known = all.get(minute) ?? new Map<number, PublishedService>();
      all.set(minute, known);
      for (const each of services) if (!known.has(each.order)) known.set(each.order, each);
    }
  }
  const rooms = new Map<number, Rooms>();
  const roomsAt = (minute: number, order: number): Rooms => {
    const key = order * MAX_MINUTES + minute;
    const known = rooms.get(key) ?? roomsOf(dates, minute, order);
    rooms.set(key, known);
    return known;
  };
  const services = new Map(
    [...all].map(([minute, known]) => [
      minute,
      [...known.values()].sort((a, b) => a.order - b.order),
    ]),
  );
  return {
    last: Math.min(...dates.map(({ span }) => span.end - span.start - 1)),
    minutes: [...all.keys()].sort((a, b) => a - b),
    services: (minute) => services.get(minute) ?? [],
    absentRoom: (minute, order) => roomsAt(minute, order).absent,
    shownRoom: (minute, order) => roomsAt(minute, order).shown,
  };
}

function roomsOf(dates: readonly ShownDate[], minute: number, order: number): Rooms {
  let absent = -1;
  let shown = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if (minute < date.knownFrom) continue;
    const room = date.room(minute);
    if (isShown(date, minute, order)) shown = Math.min(shown, room);
    else absent = Math.max(absent, room);
  }
  return { absent, shown };
}

function isShown({ starts }: ShownDate, minute: number, order: number): boolean {
  return starts.get(minute)?.some((each) => each.order === order) ?? false;
}

/** True if no start that one of two dates shows would have to be shown by the other, which does not show it. */
export function areCompatible(one: ShownDate, other: ShownDate): boolean {
  return isPossible(one, other) && isPossible(other, one);
}

function isPossible(shown: ShownDate, other: ShownDate): boolean {
  for (const [minute, services] of shown.starts) {
    if (minute < other.knownFrom) continue;
    const room = other.room(minute);
    const there = other.starts.get(minute);
    for (const { order, duration } of services) {
      const same = there?.find((each) => each.order === order);
      if (same === undefined ? room >= duration : same.duration !== duration) return false;
    }
  }
  return true;
}
