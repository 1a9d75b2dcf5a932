import type { ApplyReport, CalendarReport, Ending } from '@slotwright/adapter';
import { expect, test } from 'vitest';
import { exitOfReport } from './ending.js';

function report(
  ending: Ending,
  outcomes: readonly CalendarReport['outcome'][],
  writes: number,
): ApplyReport {
  const calendars = outcomes.map((outcome, index) => ({
    calendar: `c${index}`,
    address: { facilityId: '1', doctorId: '2', addressId: String(index) },
    outcome,
    stepsLeft: outcome === 'done' ? 0 : 1,
    calls: { reads: 1, writes },
    differences: [],
    lostBreaks: [],
    bookingsChanged: false,
    checked: 'all' as const,
    problems: [],
  }));
  return { ending, calendars };
}

const unauthorized: Ending = { type: 'unauthorized', message: '' };
const endings: readonly [number, Ending, readonly CalendarReport['outcome'][], number][] = [
  [0, { type: 'complete' }, [], 0],
  [0, { type: 'complete' }, ['done', 'done'], 3],
  [0, { type: 'complete' }, ['unchecked'], 0],
  [4, { type: 'complete' }, ['done', 'failed'], 3],
  [4, { type: 'complete' }, ['differs'], 0],
  [1, { type: 'complete' }, ['failed'], 0],
  [130, { type: 'interrupted' }, ['left'], 0],
  [130, { type: 'interrupted' }, ['done', 'left'], 3],
  [4, { type: 'max-writes' }, ['left'], 0],
  [4, { type: 'needs-longer', retryAt: 0 }, ['left'], 0],
  [1, unauthorized, ['left'], 0],
  [4, unauthorized, ['done', 'left'], 3],
  [1, { type: 'unreachable' }, ['left', 'left'], 0],
];

test.each(endings)('%i for %j with %j and %i write calls', (exit, ending, outcomes, writes) => {
  expect(exitOfReport(report(ending, outcomes, writes))).toBe(exit);
});
