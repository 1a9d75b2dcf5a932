/** What the runtime writes after a date: `GMT`, `GMT+02:00`, `GMT-00:44:30` where an offset has seconds. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

const formatterOf = (zone: string) =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });

/** True if the runtime's time zone database has a zone of this name, in whatever case. */
export function isKnownZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A zone's offset in minutes east of UTC, by minutes since the epoch. Offsets with seconds (Liberia
 * until 1972) are rounded: the engine knows whole minutes only.
 *
 * Law: what luxon says, rounded, in every zone and year.
 */
export function offsetsOf(name: string): (minute: number) => number {
  const formatter = formatterOf(name);
  return (minute) => {
    const [, sign, hours, minutes, seconds] = OFFSET.exec(formatter.format(minute * 60_000)) ?? [];
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60;
    return Math.round(sign === '-' ? -size : size);
  };
}
