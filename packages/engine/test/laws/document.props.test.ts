import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CalendarId,
  type ClinicDocument,
  computeDocument,
  type Finding,
  type FindingCode,
  NOTHING_KNOWN,
  parseDocument,
  planOutput,
  syncPlan,
} from '../../src/index.js';
import { type ClinicCase, calendar, clinicCase, type Setting } from '../../src/testing/index.js';
import { checkedCalendar, runs, setUp } from './case.js';

const ACROSS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'calendar-duplicate',
  'doctor-double-booked',
  'doctor-double-scheduled',
]);
const isAcross = ({ code }: Finding): boolean => ACROSS.has(code);

/** Three calendars: of one doctor or of two, at different addresses or at the same one, in two zones. */
const severalCalendars: fc.Arbitrary<ClinicCase> = clinicCase({ mostCalendars: 1 }).chain(
  ({ document, horizon }) => {
    const setting: Setting = { timezone: document.timezone, ...horizon };
    const few = { mostSchedules: 2, mostBreaks: 1, mostBookings: 4 };
    const another = (id: string) =>
      fc
        .record({
          doctorId: fc.constantFrom('22', '22', '23'),
          addressId: fc.constantFrom('31', '32', '33'),
          timezone: fc.constantFrom(document.timezone, 'Asia/Kathmandu'),
        })
        .chain(({ timezone, ...own }) =>
          calendar({ ...setting, ...few, ...own, id }).map((input) => ({ ...input, timezone })),
        );
    return fc.tuple(another('second'), another('third')).map((others) => ({
      document: { ...document, calendars: [...document.calendars, ...others] },
      horizon,
    }));
  },
);

/** What is found, whether or not anybody accepts it. */
const withoutAccepts = (document: ClinicDocument): ClinicDocument => ({
  ...document,
  accept: [],
  calendars: document.calendars.map((each) => ({ ...each, accept: [] })),
});

/** Calls the law with random documents that accept nothing; `given` has them as they were made. */
function forAllDocuments(
  usual: number,
  law: (
    document: ClinicDocument,
    compute: (
      document: ClinicDocument,
      only?: readonly CalendarId[],
    ) => ReturnType<typeof computeDocument>,
    given: ReturnType<typeof setUp>,
  ) => void,
): void {
  fc.assert(
    fc.property(severalCalendars, (input) => {
      const given = setUp(input);
      const { document, horizon, now } = given;
      law(
        withoutAccepts(document),
        (changed, only = []) => computeDocument(changed, horizon, now, only),
        given,
      );
    }),
    { numRuns: runs(usual) },
  );
}

test('a document is its calendars, each by itself, and what two of them have with each other', () => {
  forAllDocuments(100, (document, compute, { horizon, now }) => {
    const together = compute(document).calendars;
    expect(together.map((each) => each.calendar)).toEqual(document.calendars);
    for (const result of together) {
      const alone = checkedCalendar(result.calendar, horizon, now);
      const own = result.findings.filter((each) => !isAcross(each));
      expect({ ...result, findings: own }).toEqual(alone);
      expect(alone.findings.some(isAcross)).toBe(false);
    }
  });
});

test('asking for some calendars gives what asking for all gives of them', () => {
  forAllDocuments(60, (document, compute) => {
    const all = compute(document).calendars;
    for (const { calendar: asked, ...whole } of all) {
      const [part, ...none] = compute(document, [asked.id]).calendars;
      expect(none).toEqual([]);
      const { findings, ...rest } = whole;
      expect(part).toMatchObject(rest);
      const own = (list: readonly Finding[] = []) => list.filter((each) => !isAcross(each));
      expect(own(part?.findings)).toEqual(own(findings));
      expect(part?.findings.every((each) => each.calendar === asked.id)).toBe(true);
      const about = all
        .flatMap((each) => each.findings)
        .filter((each) => each.code === 'doctor-double-scheduled' && each.ids.includes(asked.id));
      expect(part?.findings.filter(({ code }) => code === 'doctor-double-scheduled')).toHaveLength(
        about.length,
      );
    }
  });
});

test('the order of calendars changes nothing but the order of the answer', () => {
  const plain = ({ code, severity, start, end, ids }: Finding): string =>
    JSON.stringify([code, severity, start, end, [...ids].sort()]);
  forAllDocuments(60, (document, compute) => {
    const there = compute(document);
    const back = compute({ ...document, calendars: [...document.calendars].reverse() });
    const output = (result: typeof there) =>
      planOutput(
        result,
        result.calendars.map((each) =>
          syncPlan(each, NOTHING_KNOWN, undefined, { type: 'one-request' }),
        ),
      );
    const [plan, reversed] = [output(there), output(back)];
    expect([...reversed.calendars].reverse()).toEqual(plan.calendars);
    expect(reversed.totals).toEqual(plan.totals);
    expect(reversed.horizon).toEqual(plan.horizon);
    // Duplicates are told beside the first of them, whichever that is.
    const told = (result: typeof there) =>
      result.findings.map((each) => (each.code === 'calendar-duplicate' ? each.code : plain(each)));
    expect(told(back).sort()).toEqual(told(there).sort());
  });
});

test('accepting marks findings and tells what it does not match; it adds and hides nothing', () => {
  forAllDocuments(60, (document, compute, given) => {
    const accepted = compute(given.document).findings;
    const found = accepted.filter(({ code }) => code !== 'accept-without-effect');
    const unmarked = found.map((each) => ({ ...each, accepted: undefined }));
    expect(unmarked).toEqual(compute(document).findings);
    const reasons = [given.document, ...given.document.calendars].flatMap(({ accept }) => accept);
    for (const { code, ids, accepted: reason } of found) {
      if (reason === undefined) continue;
      const matching = reasons.filter((each) => each.code === code && each.reason === reason);
      expect(matching.some((each) => each.ids.every((id) => ids.includes(id)))).toBe(true);
    }
  });
});

test('asking for a calendar that is not there gives none', () => {
  const retired = [{ facilityId: '1', doctorId: '2', addressId: '3' }];
  const empty = { version: 1, timezone: 'UTC', calendars: [], retired };
  const document = parseDocument(empty)._unsafeUnwrap();
  forAllDocuments(5, (given, compute) => {
    expect(compute(given, ['nowhere' as CalendarId]).calendars).toEqual([]);
    expect(compute(document).calendars).toEqual([]);
  });
});
