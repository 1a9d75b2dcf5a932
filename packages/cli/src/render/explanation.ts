import {
  type ComputedCalendar,
  type DateSpan,
  describeExplanation,
  type Explanation,
  explain,
  formatUtc,
  type Instant,
  instantFormatter,
  zoneOf,
} from '@slotwright/engine';
import type { Interval } from '@slotwright/engine/intervals';
import { localText, serviceText } from '@slotwright/engine/plan';
import type { Answers, Explained } from '../document/explanation.js';
import type { Style } from '../io.js';
import { calendarTitle } from './heading.js';
import { paragraph } from './wrapping.js';

/** Answers for people, one paragraph a calendar. */
export function explanationText(
  { explained }: Answers,
  width: number,
  style: Style,
): readonly string[] {
  return explained.flatMap(({ calendar, at, service, explanation }) => {
    const what = service === undefined ? 'any service' : serviceText(service, calendar.services);
    const time = localText(instantFormatter(zoneOf(calendar.timezone))(at));
    const answer = describeExplanation(explanation, { calendar });
    const colour = explanation.type === 'bookable' ? 'green' : 'yellow';
    const [head = '', ...more] = paragraph('', `${time}, ${what}: ${answer}`, width - 2);
    return [
      style('bold', calendarTitle(calendar.id, calendar.timezone)),
      ...[head, ...more].map((line) => style(colour, `  ${line}`)),
    ];
  });
}

/** ` (closed: Fiesta Nacional)` if the document closes a date; empty if nothing is scheduled. */
export function closedText(result: ComputedCalendar, { start }: DateSpan): string {
  const why = explain(result, start, undefined);
  if (why.type !== 'closed') return '';
  return why.reason === undefined ? ' (closed)' : ` (closed: ${why.reason})`;
}

/** Answers for programs, version 1. */
export function explanationOutput({ now, explained }: Answers): object {
  return { version: 1, now: formatUtc(now), explanations: explained.map(answerOutput) };
}

function answerOutput({ calendar, at, service, explanation }: Explained): object {
  const iso = instantFormatter(zoneOf(calendar.timezone));
  return {
    calendar: calendar.id,
    at: iso(at),
    service: service ?? null,
    bookable: explanation.type === 'bookable',
    reason: reasonOutput(explanation, iso),
    message: describeExplanation(explanation, { calendar }),
  };
}

function reasonOutput(explanation: Explanation, iso: (at: Instant) => string): object {
  const { type } = explanation;
  const times = ({ start, end }: Interval<Instant>) => ({ start: iso(start), end: iso(end) });
  switch (explanation.type) {
    case 'bookable':
      return { type, until: iso(explanation.until) };
    case 'outside-horizon':
    case 'outside-hours':
    case 'over':
      return { type };
    case 'closed':
      return { type, closure: explanation.reason ?? null };
    case 'service-not-offered':
      return { type, period: times(explanation.period) };
    case 'off-grid': {
      const { period, previous, next } = explanation;
      const after = next === undefined ? null : iso(next);
      const cell = period.configuration.cell;
      return { type, period: times(period), cell, previous: iso(previous), next: after };
    }
    case 'does-not-fit': {
      const { period, duration, room } = explanation;
      return { type, period: times(period), duration, room };
    }
    case 'blocked': {
      const { by, duration } = explanation;
      return { type, by: { kind: by.kind, id: by.id, ...times(by) }, duration };
    }
    default:
      return explanation satisfies never;
  }
}
