import { instantFormatter } from '../time/formatter.js';
import { timeOfDay } from '../time/timeWords.js';
import { zoneOf } from '../time/zone.js';
import type { Explainable, Explanation } from './explain.js';

/**
 * An explanation as words for people, to follow a colon, with times in the calendar's zone.
 *
 * @example
 * describeExplanation({ type: 'closed', reason: 'Christmas' }, { calendar })
 * // => 'not bookable: the date is closed (Christmas)'
 */
export function describeExplanation(
  explanation: Explanation,
  { calendar }: Pick<Explainable, 'calendar'>,
): string {
  const iso = instantFormatter(zoneOf(calendar.timezone));
  const clock = (instant: Parameters<typeof iso>[0]): string => timeOfDay(iso(instant));
  switch (explanation.type) {
    case 'bookable':
      return `bookable, until ${clock(explanation.until)}`;
    case 'outside-horizon':
      return 'not computed: it lies outside the dates that were asked for';
    case 'closed':
      return explanation.reason === undefined
        ? 'not bookable: the date is closed'
        : `not bookable: the date is closed (${explanation.reason})`;
    case 'outside-hours':
      return 'not bookable: it is outside the hours of every schedule';
    case 'service-not-offered': {
      const { start, end } = explanation.period;
      return `not bookable: the work period ${clock(start)}-${clock(end)} does not offer this service`;
    }
    case 'off-grid': {
      const { period, previous, next } = explanation;
      const nearest = [previous, ...(next === undefined ? [] : [next])].map(clock).join(' and ');
      return `not bookable: starts lie every ${period.configuration.cell} minutes from ${clock(period.start)}, here ${nearest}`;
    }
    case 'over':
      return 'not bookable: it is over';
    case 'does-not-fit':
      return `not bookable: it needs ${explanation.duration} minutes, and the work period ends at ${clock(explanation.period.end)}, ${explanation.room} minutes later`;
    case 'blocked': {
      const { by, duration } = explanation;
      const what = by.kind === 'buffer' ? 'the buffer after booking' : by.kind;
      return `not bookable: ${what} ${by.id} (${clock(by.start)}-${clock(by.end)}) takes part of the ${duration} minutes that it needs`;
    }
    default:
      return explanation satisfies never;
  }
}
