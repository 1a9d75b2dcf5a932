import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ComputedCalendar,
  computeCalendar,
  NOTHING_KNOWN,
  syncPlan,
  type WorkPeriod,
} from '../../src/index.js';
import { calendarPlan } from '../../src/plan.js';
import { checkedCalendar } from '../laws/case.js';
import { naiveFindings } from './findings.js';
import { type NaivePeriod, type NaivePlan, naivePlan } from './model.js';
import { parsedCase } from './parsedCase.js';
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
        ...(insurance === undefined || insurance.plans.length === 0
          ? {}
          : { insurance_plans: insurance.plans }),
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
    breaks: result.breaksToSend
      .map(({ start, end, source }) => rangeText({ start, end, id: source.id }))
      .sort(),
    entries: calendarPlan(
      syncPlan(result, NOTHING_KNOWN, undefined, { type: 'one-request' }),
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

/** Insurance settings are sets: of equal ones that list their ids in other orders either stands for both. */
const insuranceUnordered = (plan: unknown): unknown =>
  JSON.parse(JSON.stringify(plan), (_key, value: unknown) =>
    Array.isArray(value) && value.every((each) => typeof each === 'number')
      ? [...value].sort((a, b) => a - b)
      : value,
  );

test('the engine and the naive model agree on random documents', TIMEOUT, () => {
  fc.assert(
    fc.property(parsedCase(), ({ calendars, asked }) => {
      for (const calendar of calendars) {
        const engine = ofEngine(computeCalendar(calendar, asked, asked.now));
        const model = ofModel(naivePlan(calendar, asked, asked.now));
        expect(insuranceUnordered(engine)).toEqual(insuranceUnordered(model));
      }
    }),
  );
});

const KINDS: ReadonlySet<string> = new Set([
  'midnight-slot-lost',
  'grid-shifted',
  'override-not-closed',
  'exdate-without-effect',
  'schedule-duration-conflict',
  'schedule-insurance-conflict',
  'start-not-in-rule',
]);

test('they find the same fault with what the document says', TIMEOUT, () => {
  fc.assert(
    fc.property(parsedCase(), ({ calendars, asked }) => {
      for (const calendar of calendars) {
        const { findings } = checkedCalendar(calendar, asked, asked.now);
        const told = findings.filter(({ code }) => KINDS.has(code));
        const expected = naiveFindings(calendar, naivePlan(calendar, asked, asked.now));
        const text = ({
          code,
          start,
          end,
          ids,
        }: Range & { code: string; ids: readonly string[] }) =>
          JSON.stringify([code, start, end, ids]);
        const named = new Map(expected.map((each) => [text(each), each.named]));
        expect(told.map(text).sort()).toEqual([...named.keys()].sort());
        for (const each of told) {
          for (const time of named.get(text(each)) ?? []) expect(each.message).toContain(time);
        }
      }
    }),
  );
});
