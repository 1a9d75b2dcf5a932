import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CalendarResult,
  calendarPlan,
  calendarPreview,
  computeCalendar,
  formatDate,
  type WorkPeriod,
} from '../../src/index.js';
import { clinicCase } from '../../src/testing/index.js';
import { type NaivePeriod, type NaivePlan, naivePlan } from '../naive/model.js';
import { runs, setUp } from './case.js';

const engineSays = (period: WorkPeriod) => ({
  start: period.start,
  end: period.end,
  services: period.configuration.services.map(({ addressServiceId, duration }) => [
    addressServiceId,
    duration,
  ]),
  insurance: period.configuration.insurance,
});

const modelSays = ({ start, end, services, insurance }: NaivePeriod) => ({
  start,
  end,
  services: services.map(({ id, duration }) => [id, duration]),
  insurance,
});

const daysOf = (model: NaivePlan) =>
  model.days.map(({ date, slots }) => ({
    date: formatDateNumber(date),
    slots: slots.map(({ startIso, serviceIds }) => ({
      start: startIso,
      addressServiceIds: serviceIds,
    })),
  }));

const formatDateNumber = (date: number): string =>
  new Date(date * 86_400_000).toISOString().slice(0, 10);

function expectSame(result: CalendarResult, model: NaivePlan): void {
  expect(formatDate(result.horizon.from)).toBe(formatDateNumber(model.from));
  expect(result.basePeriods.map(engineSays)).toEqual(
    model.days.flatMap((day) => day.base.map(modelSays)),
  );
  expect(result.workPeriods.map(engineSays)).toEqual(
    model.days.flatMap((day) => day.published.map(modelSays)),
  );
  expect(calendarPreview(result).days).toEqual(daysOf(model));
  const entries = calendarPlan(result, { type: 'one-request' }).requests.flatMap(
    ({ slots }) => slots,
  );
  const ranges = model.days.flatMap(({ published, clears }) =>
    [...published, ...clears].sort((a, b) => a.start - b.start),
  );
  expect(entries.map(({ start, end }) => [start, end])).toEqual(
    ranges.map(({ startIso, endIso }) => [startIso, endIso]),
  );
  expect(result.breaksToSend.map(({ id }) => id).sort()).toEqual(
    model.breaks.map(({ id }) => id).sort(),
  );
}

test('the engine computes what the minute-by-minute model computes', () => {
  fc.assert(
    fc.property(clinicCase({ mostCalendars: 1, longest: 9 }), (given) => {
      const { document, horizon, now } = setUp(given);
      for (const calendar of document.calendars) {
        const model = naivePlan(calendar, horizon, now);
        expectSame(computeCalendar(calendar, horizon, now), model);
      }
    }),
    { numRuns: runs(250) },
  );
});
