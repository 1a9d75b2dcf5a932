import { describe, expect, test } from 'vitest';
import { type ComputedDocument, parseInstant } from '../../src/index.js';
import { type PlanBasis, planFile, staleness } from '../../src/output/planFile.js';
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
const basis: PlanBasis = { lineage: 'one', serial: 4, published: new Map([['calendar', known]]) };

const now = parseInstant('2026-10-01T08:00:00Z')._unsafeUnwrap();
const checked = checkedCalendar(after.calendar, after.horizon, now);
const result: ComputedDocument = {
  now,
  horizon: after.horizon,
  calendars: [checked],
  findings: checked.findings,
};
const plan = planFile(result, [syncPlan(after, known, undefined, { type: 'one-request' })], basis);

test('says what it is based on and what it changes', () => {
  expect(plan).toMatchObject({
    version: 1,
    kind: 'slotwright-plan',
    lineage: 'one',
    serial: 4,
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
  const file = planFile(result, [calendar], { ...basis, published: new Map([['calendar', read]]) });
  expect(readPlanFile(JSON.parse(JSON.stringify(file))).isOk()).toBe(true);
});

describe('is refused', () => {
  const read = (input: unknown): string =>
    describePlanFileError(readPlanFile(input)._unsafeUnwrapErr());
  const [calendar] = plan.calendars;

  test.each([
    ['nothing', undefined, 'not a plan'],
    ['a list', [], 'not a plan'],
    ['a preview', { version: 1, calendars: [] }, 'not a plan'],
    ['a later version', { ...plan, version: 2 }, 'of version 2'],
    ['without a version', { kind: plan.kind }, 'of version nothing'],
    ['an unknown key', { ...plan, extra: 1 }, 'at its top'],
    ['a serial that is no count', { ...plan, serial: 1.5 }, 'at serial'],
    ['no lineage', { ...plan, lineage: '' }, 'at lineage'],
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
    ['a hash that is none', { ...plan, basedOn: 'x' }, 'at basedOn'],
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
  const other = new Map([['calendar', NOTHING_KNOWN]]);

  test.each([
    ['not where nothing happened', basis, undefined],
    [
      'not where other calendars were published',
      { ...basis, serial: 9, published: new Map([...basis.published, ['other', known]]) },
      undefined,
    ],
    ['in another state', { ...basis, lineage: 'two' }, 'other-lineage'],
    ['in an older state', { ...basis, serial: 3 }, 'older-state'],
    ['where something was published', { ...basis, serial: 5, published: other }, 'published-since'],
    ['where the state was edited', { ...basis, published: new Map() }, 'published-since'],
  ])('%s', (_, now, expected) => {
    expect(staleness(plan, now)).toBe(expected);
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
