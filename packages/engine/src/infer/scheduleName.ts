import type { Weeks } from './pattern.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** When a schedule is, as far as its name says. */
export interface NamedTime {
  /** Minutes since midnight. */
  readonly start: number;
  readonly weeks: Weeks;
  /** 0 is Monday; in order. */
  readonly weekdays: readonly number[];
}

/** An id for people, such as `mon-to-fri-mornings`, and another one where that is taken. Names are added to `taken`. */
export function scheduleName({ start, weeks, weekdays }: NamedTime, taken: Set<string>): string {
  const every = weeks === 'all' ? '' : 'every-other-';
  const name = `${every}${daysText(weekdays)}-${partOfDay(start)}`;
  return freeName(name, taken);
}

/** The name, or the name with the first number from 2 on that makes it different. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let next = 2; taken.has(free); next += 1) free = `${name}-${next}`;
  taken.add(free);
  return free;
}

function daysText(weekdays: readonly number[]): string {
  const [first = 0] = weekdays;
  const last = weekdays.at(-1) ?? first;
  const isRange = weekdays.length > 2 && last - first === weekdays.length - 1;
  if (isRange) return weekdays.length === 7 ? 'daily' : `${DAYS[first]}-to-${DAYS[last]}`;
  return weekdays.map((day) => DAYS[day]).join('-');
}

function partOfDay(minute: number): string {
  if (minute < 12 * 60) return 'mornings';
  return minute < 18 * 60 ? 'afternoons' : 'evenings';
}
