import { describe, expect, test } from 'vitest';
import { withCalendar } from '../../../test/document/sample.js';
import { formatDate } from '../../time/date.js';
import { parseDate } from '../../time/iso.js';
import { type LocalDate, plus } from '../../time/units.js';
import { describeDocumentError } from '../describe.js';
import { parseDocument } from './parseDocument.js';

const date = (text: string) => parseDate(text)._unsafeUnwrap();
const withOverrides = (overrides: unknown) => withCalendar({ overrides });
const errorsOf = (overrides: unknown) =>
  parseDocument(withOverrides(overrides)).match(
    () => [],
    (errors) => errors,
  );
const range = (from: string, through: string) => ({ from, through, windows: [] });

test('an override of a date is one of a range', () => {
  const overrides = [{ date: '2026-11-03', windows: [] }, range('2026-12-24', '2026-12-26')];
  const [calendar] = parseDocument(withOverrides(overrides))._unsafeUnwrap().calendars;
  expect(calendar?.overrides).toEqual([
    { from: date('2026-11-03'), through: date('2026-11-03'), windows: [] },
    { from: date('2026-12-24'), through: date('2026-12-26'), windows: [] },
  ]);
});

test('two overrides of one date: the later one is told, with the date and the earlier one', () => {
  const overrides = [range('2026-11-01', '2026-11-05'), range('2026-11-04', '2026-11-09')];
  expect(errorsOf(overrides).map((error) => [error.path, describeDocumentError(error)])).toEqual([
    [
      'calendars[0].overrides[1].from',
      '"2026-11-04" is already used at calendars[0].overrides[0].from; expected one override for a date.',
    ],
  ]);
});

test('ranges that abut are right, in any order', () => {
  const overrides = [
    range('2026-11-04', '2026-11-06'),
    range('2026-11-01', '2026-11-03'),
    range('2026-11-07', '2026-11-07'),
    { date: '2026-11-08', windows: [] },
  ];
  expect(errorsOf(overrides)).toEqual([]);
});

describe('5,000 ranges', () => {
  const first = date('2026-01-01');
  const text = (day: LocalDate) => formatDate(day);
  /** Ranges of five dates, every tenth day, in an order that is none. */
  const apart = Array.from({ length: 5000 }, (_, index) => {
    const day = plus(first, ((index * 7919) % 5000) * 10);
    return range(text(day), text(plus(day, 4)));
  });

  test('without a date in common are right', () => {
    expect(errorsOf(apart)).toEqual([]);
  });

  test('with dates in common are errors from the second on', () => {
    const around = Array.from({ length: 5000 }, (_, index) =>
      range(text(plus(first, 5000 - index)), text(plus(first, 5000 + index))),
    );
    const errors = errorsOf(around);
    expect(errors).toHaveLength(1001);
    expect(errors.at(-1)).toMatchObject({ type: 'more-errors', count: 3999 });
    expect(errors[999]).toMatchObject({
      path: 'calendars[0].overrides[1000].from',
      first: 'calendars[0].overrides[999].from',
    });
  });
});
