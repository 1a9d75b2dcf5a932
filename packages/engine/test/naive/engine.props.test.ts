import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ComputedCalendar,
  calendarPlan,
  computeCalendar,
  NOTHING_PUBLISHED,
  parseDocument,
  syncPlan,
  type WorkPeriod,
} from '../../src/index.js';
import { clinicCase, readHorizon } from '../../src/testing/index.js';
import { type NaivePeriod, type NaivePlan, naivePlan } from './model.js';
import type { Range } from './range.js';

function periodOfEngine({ start, end, configuration }: WorkPeriod): unknown {
  const { services, insurance } = configuration;
  const list = services.map(({ addressServiceId, duration }) => ({
    id: addressServiceId,
    duration,
  }));
  return { start, end, services: list, insurance };
}

function periodOfModel({ start, end, services, insurance }: NaivePeriod): unknown {
  return { start, end, services, insurance };
}

function entriesOfModel({ days }: NaivePlan): unknown {
  return days.flatMap(({ published, clears }) =>
    [
      ...published.map((period) => ({
        ...period,
        services: period.services.map(({ id, duration }) => ({
          address_service_id: id,
          duration,
        })),
      })),
      ...clears.map((range) => ({ ...range, services: [], insurance: undefined })),
    ]
      .sort((a, b) => a.start - b.start)
      .map(({ startIso, endIso, services, insurance }) => ({
        start: startIso,
        end: endIso,
        address_services: services,
        ...(insurance === undefined ? {} : { insurance_accepted: insurance.accepted }),
        ...(insurance === undefined || insurance.providers.length === 0
          ? {}
          : { insurance_providers: insurance.providers }),
      })),
  );
}

const rangeText = ({ start, end, id }: Range & { readonly id: string }): string =>
  `${start} ${end} ${id}`;

function ofEngine(result: ComputedCalendar): unknown {
  return {
    through: result.horizon.through,
    base: result.basePeriods.map(periodOfEngine),
    published: result.workPeriods.map(periodOfEngine),
    slots: result.slots.map(({ start, addressServiceIds }) => ({
      start,
      serviceIds: addressServiceIds,
    })),
    breaks: result.breaksToSend.map(rangeText).sort(),
    entries: calendarPlan(
      syncPlan(result, NOTHING_PUBLISHED, undefined, { type: 'one-request' }),
    ).requests.flatMap(({ slots }) => slots),
  };
}

function ofModel(plan: NaivePlan): unknown {
  return {
    through: plan.through,
    base: plan.days.flatMap(({ base }) => base.map(periodOfModel)),
    published: plan.days.flatMap(({ published }) => published.map(periodOfModel)),
    slots: plan.days.flatMap(({ slots }) =>
      slots.map(({ start, serviceIds }) => ({ start, serviceIds })),
    ),
    breaks: plan.breaks.map(rangeText).sort(),
    entries: entriesOfModel(plan),
  };
}

const TIMEOUT = { timeout: 600_000 };

test('the engine and the naive model agree on random documents', TIMEOUT, () => {
  fc.assert(
    fc.property(clinicCase(), ({ document, horizon }) => {
      const asked = readHorizon(horizon)._unsafeUnwrap();
      for (const calendar of parseDocument(document)._unsafeUnwrap().calendars) {
        const engine = ofEngine(computeCalendar(calendar, asked, asked.now));
        expect(engine).toEqual(ofModel(naivePlan(calendar, asked, asked.now)));
      }
    }),
  );
});
