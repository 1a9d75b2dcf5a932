import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckedCalendar, formatDate, type Instant, parseDate } from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';
import { plus } from '../../src/time/units.js';
import { checkedCalendar, runs, setUp } from './case.js';
import { byWeek, calendarLater, horizonLater, instantLater } from './weeks.js';

/** What was computed, with every time some weeks later; sentences name dates and are left out. */
function answerLater(result: CheckedCalendar, weeks: number) {
  const later = <T extends { readonly start: Instant; readonly end: Instant }>(time: T): T => ({
    ...time,
    start: instantLater(time.start, weeks),
    end: instantLater(time.end, weeks),
  });
  // An override's windows are named by their date; nothing else in a random document is called so.
  const idLater = (id: string): string =>
    parseDate(id)
      .map((date) => formatDate(plus(date, weeks * 7)))
      .unwrapOr(id);
  const blockedLater = (list: CheckedCalendar['blocked']) =>
    list.map(later).map(({ start, end, kind, source: { id, publish } }) => ({
      ...{ start, end, kind },
      ...{ id, publish },
    }));
  return {
    horizon: horizonLater(result.horizon, weeks),
    dates: result.dates.map((each) => ({ ...later(each), date: plus(each.date, weeks * 7) })),
    basePeriods: result.basePeriods.map(later),
    workPeriods: result.workPeriods.map(later),
    slots: result.slots.map(({ start, addressServiceIds }) => ({
      start: instantLater(start, weeks),
      addressServiceIds,
    })),
    blocked: blockedLater(result.blocked),
    breaksToSend: blockedLater(result.breaksToSend),
    findings: result.findings.map(later).map(({ code, start, end, ids }) => ({
      code,
      start,
      end,
      ids: ids.map(idLater),
    })),
  };
}

test('some weeks later the answer is the same, some weeks later', () => {
  const cases = clinicCase({ timezone: 'UTC', mostCalendars: 1 });
  const distance = fc.oneof(fc.constantFrom(1, -1, 52), fc.integer({ min: -500, max: 500 }));
  fc.assert(
    fc.property(cases, distance, (given, weeks) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars.map(byWeek)) {
        const here = checkedCalendar(calendar, horizon, now);
        const there = checkedCalendar(
          calendarLater(calendar, weeks),
          horizonLater(horizon, weeks),
          instantLater(now, weeks),
        );
        expect(answerLater(there, 0)).toEqual(answerLater(here, weeks));
      }
    }),
    { numRuns: runs(200) },
  );
});
