import { expect, test } from 'vitest';
import { clinic, withAccept, withCalendar } from '../../../test/document/sample.js';
import { parseDate } from '../../time/iso.js';
import { describeDocumentError } from '../describe.js';
import { parseDocument } from './parseDocument.js';

const sentences = (input: unknown) =>
  parseDocument(input)._unsafeUnwrapErr().map(describeDocumentError);

test('findings are accepted by code, ids and until a date', () => {
  const accept = [
    { code: 'booking-overlap', ids: ['b7', 8], reason: 'emergency', until: '2026-12-31' },
    { code: 'booking-off-grid', reason: 'seen' },
  ];
  const expected = [
    {
      code: 'booking-overlap',
      ids: ['b7', '8'],
      reason: 'emergency',
      until: parseDate('2026-12-31')._unsafeUnwrap(),
    },
    { code: 'booking-off-grid', ids: [], reason: 'seen', until: undefined },
  ];
  expect(parseDocument(clinic({ accept }))._unsafeUnwrap().accept).toEqual(expected);
  const [calendar] = parseDocument(withCalendar({ accept }))._unsafeUnwrap().calendars;
  expect(calendar?.accept).toEqual(expected);
});

test.each([
  [
    'booking-of-grid',
    'No finding has the code "booking-of-grid"; did you mean "booking-off-grid"?',
  ],
  [
    'booking-outside',
    'No finding has the code "booking-outside"; did you mean "booking-outside-availability"?',
  ],
  [
    'toString',
    'No finding has the code "toString"; expected the code of a finding, such as booking-overlap.',
  ],
  [
    'accept-without-effect',
    'Expected another code, as accept-without-effect cannot be accepted, found "accept-without-effect".',
  ],
])('the code %s', (code, sentence) => {
  expect(sentences(withAccept({ code }))).toEqual([sentence]);
});

test('an error is accepted with ids only', () => {
  const code = 'booking-overlap';
  const why = 'expected ids, as booking-overlap is an error and those are accepted one by one.';
  expect(sentences(withAccept({ code }))).toEqual([`Required and missing; ${why}`]);
  expect(sentences(withAccept({ code, ids: [] }))).toEqual([`Too few items: ${why}`]);
  expect(parseDocument(withAccept({ code, ids: ['k'] })).isOk()).toBe(true);
  expect(parseDocument(withAccept({ code: 'booking-on-break', ids: [] })).isOk()).toBe(true);
});

const PLACE = { facilityId: 111, doctorId: '222', addressId: '330' };

test('a document without calendars names retired ones', () => {
  const { calendars, retired } = parseDocument(
    clinic({ calendars: [], retired: [PLACE] }),
  )._unsafeUnwrap();
  expect(calendars).toEqual([]);
  expect(retired).toEqual([{ facilityId: '111', doctorId: '222', addressId: '330' }]);
});

test('a document without calendars that retires none is a mistake', () => {
  const sentence = 'Too few items: expected a list of at least one and at most 10000 calendars.';
  expect(sentences(clinic({ calendars: [] }))).toEqual([sentence]);
  expect(sentences(clinic({ calendars: [], retired: [] }))).toEqual([sentence]);
});

test('a place is retired or in use', () => {
  const place = { facilityId: '1', doctorId: '2', addressId: '3' };
  const stillThere =
    'The calendar "c" is there; expected a place that no calendar of the document has.';
  expect(sentences(clinic({ retired: [PLACE, place] }))).toEqual([stillThere]);
  const { calendars } = withCalendar({ services: [] });
  expect(sentences(clinic({ calendars, retired: [place] }))).toContain(stillThere);
});
