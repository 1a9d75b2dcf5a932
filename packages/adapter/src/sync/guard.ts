import type { PlanRisk } from '@slotwright/engine';
import {
  DEFAULT_GUARD,
  type GuardLimits,
  type PlanFile,
  takesTooMuch,
  totalRisk,
} from '@slotwright/engine/plan';

/** A calendar that a plan takes too much of; without one it is all calendars together. */
export interface Removal {
  /** Its id in the document. */
  readonly calendar: string | undefined;
  /** What is taken. */
  readonly risk: PlanRisk;
}

/** What may be taken away without asking: limits, and the calendars of which somebody has said so. */
export interface GuardOptions {
  /** Percent and starts; default `DEFAULT_GUARD`. */
  readonly limits?: GuardLimits;
  /** Ids of calendars, or all; default none. */
  readonly allowed?: readonly string[] | 'all';
}

/**
 * What a plan takes too much of: calendars, or where each takes little, all together. None where it may be sent.
 *
 * @example
 * removalsRefused(plan, { allowed: 'all' }) // => []
 */
export function removalsRefused(
  { risk }: Pick<PlanFile, 'risk'>,
  { limits = DEFAULT_GUARD, allowed = [] }: GuardOptions,
): readonly Removal[] {
  if (allowed === 'all') return [];
  const guarded = Object.entries(risk).filter(([calendar]) => !allowed.includes(calendar));
  const single = guarded
    .map(([calendar, own]): Removal => ({ calendar, risk: own }))
    .filter((each) => takesTooMuch(each.risk, limits));
  if (single.length > 0) return single;
  const total = totalRisk(guarded.map(([, own]) => own));
  return takesTooMuch(total, limits) ? [{ calendar: undefined, risk: total }] : [];
}

/**
 * One sentence for people.
 *
 * @example
 * const risk = { starts: 240, lost: 212, closed: 0, first: '2026-10-05T09:00:00+02:00' };
 * describeRemoval({ calendar: 'lopez-centro', risk })
 * // => 'would remove 212 of 240 free starts of lopez-centro, the first on Mon 2026-10-05 09:00'
 */
export function describeRemoval({ calendar, risk }: Removal): string {
  const { starts, lost, closed, first } = risk;
  const whose = calendar === undefined ? 'all calendars' : calendar;
  const from = first === undefined ? '' : `, the first on ${dayText(first)}`;
  return `would remove ${lost + closed} of ${starts} free starts of ${whose}${from}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** In the calendar's own time, as the text has it. */
function dayText(time: string): string {
  const [date = '', clock = ''] = time.split('T');
  return `${WEEKDAYS[new Date(date).getUTCDay()]} ${date} ${clock.slice(0, 5)}`;
}
