import { describe, expect, test } from 'vitest';
import type { Acceptance, CalendarId, ClinicDocument, FindingOutput } from '../../src/index.js';
import { checkOutput, computeDocument, parseDocument } from '../../src/index.js';
import { readHorizon } from '../../src/testing/index.js';
import { parseDate } from '../../src/time/iso.js';
import { calendar } from './clinic.js';

const BOOKINGS = [
  { id: 'b1', start: '2026-10-05T18:00', duration: 30 },
  { id: 'b2', start: '2026-10-05T18:15', duration: 30 },
];
const entry = (code: Acceptance['code'], more: Partial<Acceptance> = {}): Acceptance => ({
  code,
  ids: [],
  reason: 'known',
  until: undefined,
  ...more,
});

interface Accepts {
  readonly document?: readonly Acceptance[];
  readonly centro?: readonly Acceptance[];
  readonly norte?: readonly Acceptance[];
}

/** The findings of two calendars with two bookings after hours each, which overlap. */
function findingsOf(
  accepts: Accepts,
  { only = [] as string[], now = '2026-10-05T06:00:00Z' } = {},
): readonly FindingOutput[] {
  const calendars = [
    calendar({ bookings: BOOKINGS }),
    calendar({ id: 'norte', addressId: '34', doctorId: '23', bookings: BOOKINGS }),
  ];
  const input = { version: 1, timezone: 'Europe/Madrid', calendars };
  const parsed = parseDocument(input)._unsafeUnwrap();
  const document: ClinicDocument = {
    ...parsed,
    accept: accepts.document ?? [],
    calendars: parsed.calendars.map((each) => ({
      ...each,
      accept: accepts[each.id === 'centro' ? 'centro' : 'norte'] ?? [],
    })),
  };
  const asked = readHorizon({ from: '2026-10-05', through: '2026-10-05', now })._unsafeUnwrap();
  const ids = only.map((id) => id as CalendarId);
  return checkOutput(computeDocument(document, asked, asked.now, ids)).findings;
}

const short = ({ calendar: id, code, ids, accepted }: FindingOutput): string =>
  [id, code, ids.join('+'), ...(accepted === undefined ? [] : [`(${accepted})`])].join(' ');

describe('findings that a document accepts', () => {
  const outside = 'booking-outside-availability';

  test('are marked with the reason, by code and by all of the ids', () => {
    const centro = [
      entry(outside, { ids: ['b1'] }),
      entry('booking-overlap', { ids: ['b2', 'b1'], reason: 'twins' }),
    ];
    expect(findingsOf({ centro }).map(short)).toEqual([
      `centro ${outside} b1 (known)`,
      `centro ${outside} b2`,
      'centro booking-overlap b1+b2 (twins)',
      `norte ${outside} b1`,
      `norte ${outside} b2`,
      'norte booking-overlap b1+b2',
    ]);
  });

  test("the document's are of all calendars; without ids every finding of the code is one", () => {
    const found = findingsOf({ document: [entry(outside)] });
    expect(found.filter(({ code }) => code === outside).map(short)).toEqual(
      ['centro', 'norte'].flatMap((id) => ['b1', 'b2'].map((b) => `${id} ${outside} ${b} (known)`)),
    );
  });

  test("the calendar's own come first, then the one listed first", () => {
    const document = [entry(outside, { reason: 'document' })];
    const centro = [
      entry(outside, { reason: 'first' }),
      entry(outside, { ids: ['b1'], reason: 'second' }),
    ];
    const found = findingsOf({ document, centro }).filter(({ code }) => code === outside);
    expect(found.map(({ accepted }) => accepted)).toEqual([
      'first',
      'first',
      'document',
      'document',
    ]);
  });

  test('hold through a local date', () => {
    const until = parseDate('2026-10-05')._unsafeUnwrap();
    const centro = [entry(outside, { until })];
    const at = (now: string) => findingsOf({ centro }, { now }).filter((each) => each.accepted);
    expect(at('2026-10-05T21:59:00Z')).toHaveLength(2);
    expect(at('2026-10-05T22:00:00Z')).toEqual([]);
  });
});

describe('accept-without-effect', () => {
  const code = 'accept-without-effect';
  const told = (accepts: Accepts, asked = {}) =>
    findingsOf(accepts, asked).filter((each) => each.code === code);

  test('an entry that matches nothing', () => {
    expect(told({ norte: [entry('booking-overlap', { ids: ['b1', 'b3'] })] })).toEqual([
      {
        code,
        severity: 'info',
        calendar: 'norte',
        start: '2026-10-05T00:00:00+02:00',
        end: '2026-10-06T00:00:00+02:00',
        ids: ['booking-overlap', 'b1', 'b3'],
        message:
          'The accept of booking-overlap about b1 and b3 matches no finding: remove it, or correct its code and ids.',
      },
    ]);
    expect(told({ norte: [entry('booking-overlap', { ids: ['b1', 'b2'] })] })).toEqual([]);
  });

  test('one that another one comes before matches all the same', () => {
    const both = [entry('booking-overlap', { ids: ['b1'] }), entry('booking-overlap')];
    expect(told({ centro: both, document: both })).toEqual([]);
  });

  test('one that is over says so', () => {
    const until = parseDate('2026-10-04')._unsafeUnwrap();
    expect(told({ centro: [entry('booking-overlap', { ids: ['b1'], until })] })).toMatchObject([
      {
        message:
          'The accept of booking-overlap about b1 ended on 2026-10-04: remove it, or let it end later.',
      },
    ]);
  });

  test("the document's is told under the first calendar, if it matches in none, and none is left out", () => {
    const document = [entry('stranded-time'), entry('booking-overlap', { ids: ['b1'] })];
    expect(told({ document })).toMatchObject([{ calendar: 'centro', ids: ['stranded-time'] }]);
    expect(told({ document }, { only: ['centro'] })).toEqual([]);
    expect(told({ document }, { only: ['centro', 'norte'] })).toHaveLength(1);
    expect(told({ centro: document, norte: document }, { only: ['norte'] })).toMatchObject([
      { calendar: 'norte' },
    ]);
  });

  test('it cannot be accepted itself', () => {
    const document = [entry('stranded-time'), entry(code)];
    expect(told({ document }).map(short)).toEqual([
      `centro ${code} ${code}`,
      `centro ${code} stranded-time`,
    ]);
    const centro = [entry('stranded-time'), entry(code)];
    expect(told({ centro }).every(({ accepted }) => accepted === undefined)).toBe(true);
  });

  test('of a horizon without dates nothing can be said', () => {
    const document = [entry('stranded-time')];
    expect(told({ document, centro: document }, { now: '2026-01-01T00:00:00Z' })).toEqual([]);
  });
});
