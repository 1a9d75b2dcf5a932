import { describe, expect, test } from 'vitest';
import { type ComputedDocument, parseInstant } from '../../src/index.js';
import { type CalendarBasis, planFile, staleness } from '../../src/output/planFile.js';
import { describePlanFileError } from '../../src/output/planFileError.js';
import { readPlanFile } from '../../src/output/readPlanFile.js';
import { fingerprint, fnv1a } from '../../src/plan/fingerprint.js';
import { NOTHING_KNOWN } from '../../src/plan/known.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import { checkedCalendar } from '../laws/case.js';
import { clinic, pause, published } from './clinic.js';

const before = clinic({
  breaks: [
    pause('a', '10:00', '10:30'),
    pause('b', '11:00', '11:30'),
    pause('c', '12:00', '12:30'),
  ],
});
const after = clinic({
  breaks: [
    pause('a', '2026-10-06T10:00', '2026-10-06T10:30'),
    pause('b', '11:00', '11:30'),
    pause('d', '12:00', '12:30', 'Meeting'),
  ],
  overrides: [
    {
      date: '2026-10-07',
      windows: [
        {
          start: '10:00',
          end: '12:00',
          insurance: { accepted: 'with-insurance-only', providers: [7] },
        },
      ],
    },
  ],
});
const known = published(before);
const kept: CalendarBasis = { lineage: 'one', serial: 4, published: known };
const basis = new Map([['calendar', kept]]);

const now = parseInstant('2026-10-01T08:00:00Z')._unsafeUnwrap();
const checked = checkedCalendar(after.calendar, after.horizon, now);
const result: ComputedDocument = {
  now,
  horizon: after.horizon,
  calendars: [checked],
  findings: checked.findings,
};
const plan = planFile(
  result,
  [syncPlan(after, known, undefined, { type: 'one-request' })],
  basis,
  new Map(),
);

test('says what it is based on and what it changes', () => {
  expect(plan).toMatchObject({
    version: 2,
    kind: 'slotwright-plan',
    basedOn: { calendar: { lineage: 'one', serial: 4 } },
    horizon: { from: '2026-10-05', through: '2026-10-11' },
    totals: {
      calendars: 1,
      datesChanged: 1,
      workPeriods: 1,
      clears: 2,
      breaksCreated: 1,
      breaksMoved: 1,
      breaksDeleted: 1,
      writes: 4,
    },
  });
});

test('is read back from its JSON', () => {
  const read = readPlanFile(JSON.parse(JSON.stringify(plan)));
  expect(read._unsafeUnwrap()).toEqual(JSON.parse(JSON.stringify(plan)));
});

test('is read back where somebody moved a break to a time with seconds', () => {
  const moved = known.breaks.map((each) => ({ ...each, till: '2026-10-05T10:40:20.5+0200' }));
  const read = { dates: known.dates, breaks: moved };
  const calendar = syncPlan(after, read, undefined, { type: 'one-request' });
  expect(calendar.steps.some((step) => step.type === 'move-break')).toBe(true);
  const file = planFile(
    result,
    [calendar],
    new Map([['calendar', { ...kept, published: read }]]),
    new Map(),
  );
  expect(readPlanFile(JSON.parse(JSON.stringify(file))).isOk()).toBe(true);
});

describe('is refused', () => {
  const read = (input: unknown): string =>
    describePlanFileError(readPlanFile(input)._unsafeUnwrapErr());
  const [calendar] = plan.calendars;
  const basedOn = (change: object) => ({
    ...plan,
    basedOn: { calendar: { ...plan.basedOn.calendar, ...change } },
  });

  test.each([
    ['nothing', undefined, 'not a plan'],
    ['a list', [], 'not a plan'],
    ['a preview', { version: 1, calendars: [] }, 'not a plan'],
    ['an earlier version', { ...plan, version: 1 }, 'of version 1'],
    ['a later version', { ...plan, version: 3 }, 'of version 3'],
    ['without a version', { kind: plan.kind }, 'of version nothing'],
    ['an unknown key', { ...plan, extra: 1 }, 'at its top'],
    ['a serial that is no count', basedOn({ serial: 1.5 }), 'at basedOn.calendar.serial'],
    ['no lineage', basedOn({ lineage: '' }), 'at basedOn.calendar.lineage'],
    ['a calendar that is based on nothing', { ...plan, basedOn: {} }, 'at basedOn (it does not'],
    ['a risk that is left out', { ...plan, risk: {} }, 'at risk (it does not'],
    [
      'totals that say that nothing is written',
      { ...plan, totals: { ...plan.totals, writes: 0 } },
      'at totals.writes (it says 0, its steps make 4)',
    ],
    [
      'a date that does not exist',
      { ...plan, horizon: { from: '2026-02-29', through: '2026-03-01' } },
      'at horizon.from',
    ],
    ['a hash that is none', basedOn({ published: 'x' }), 'at basedOn.calendar.published'],
    [
      'an unknown step',
      { ...plan, calendars: [{ ...calendar, steps: [{ type: 'delete-all' }] }] },
      'at calendars[0].steps[0].type',
    ],
    [
      'a time without an offset',
      {
        ...plan,
        calendars: [
          { ...calendar, expected: [{ date: '2026-10-05', start: 'x', end: 'x', slots: [] }] },
        ],
      },
      'at calendars[0].expected[0].start',
    ],
    [
      'a finding with an unknown code',
      {
        ...plan,
        findings: [
          {
            code: 'toString',
            severity: 'info',
            calendar: 'c',
            start: plan.now,
            end: plan.now,
            ids: [],
            message: '',
          },
        ],
      },
      'at findings[0].code',
    ],
  ])('%s', (_, input, message) => {
    expect(read(input)).toContain(message);
  });
});

describe('is stale', () => {
  const now = (change: Partial<CalendarBasis>) => new Map([['calendar', { ...kept, ...change }]]);

  test.each([
    ['not where nothing happened', basis, undefined],
    ['not where other calendars were published', new Map([...basis, ['other', kept]]), undefined],
    ['not where the same was saved again', now({ serial: 9 }), undefined],
    ['where it was started anew', now({ lineage: 'two' }), 'other-lineage'],
    ['where it is gone', new Map(), 'other-lineage'],
    ['where a copy was put back', now({ serial: 3 }), 'older-state'],
    [
      'where something was published',
      now({ serial: 5, published: NOTHING_KNOWN }),
      'published-since',
    ],
    ['where it was edited', now({ published: NOTHING_KNOWN }), 'published-since'],
  ])('%s', (_, found, why) => {
    const expected = why === undefined ? undefined : { calendar: 'calendar', why };
    expect(staleness(plan, found)).toEqual(expected);
  });

  test('where something was published of which nothing was known', () => {
    const first = planFile(result, plan.calendars, new Map(), new Map());
    expect(staleness(first, new Map())).toBeUndefined();
    expect(staleness(first, now({ published: NOTHING_KNOWN }))).toBeUndefined();
    expect(staleness(first, basis)).toEqual({ calendar: 'calendar', why: 'published-since' });
  });
});

describe('fingerprint', () => {
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('FNV-1a of %j is %s', (text, hash) => expect(fnv1a(text)).toBe(hash));

  test('does not depend on the order of keys, but on that of lists', () => {
    expect(fingerprint({ a: 1, b: { c: 'é', d: null } })).toBe(
      fingerprint({ b: { d: null, c: 'é' }, a: 1 }),
    );
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
    expect(fingerprint('é')).not.toBe(fingerprint('è'));
  });
});
