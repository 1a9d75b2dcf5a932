import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCalendar } from '../../../test/document/sample.js';
import { formatDate } from '../../time/date.js';
import { parseDate } from '../../time/iso.js';
import { plus } from '../../time/units.js';
import { parseDocument } from './parseDocument.js';

const FIRST = parseDate('2026-11-01')._unsafeUnwrap();

test('overrides are wrong exactly where they share a date with an earlier one', () => {
  const span = fc.record({ from: fc.nat(60), length: fc.nat(8) });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
      const overrides = spans.map(({ from, length }) => ({
        from: formatDate(plus(FIRST, from)),
        through: formatDate(plus(FIRST, from + length)),
        windows: [],
      }));
      const meetsEarlier = ({ from, length }: (typeof spans)[number], index: number) =>
        spans
          .slice(0, index)
          .some((other) => other.from <= from + length && from <= other.from + other.length);
      const expected = spans.flatMap((one, index) =>
        meetsEarlier(one, index) ? [`calendars[0].overrides[${index}].from`] : [],
      );
      const found = parseDocument(withCalendar({ overrides })).match(
        () => [],
        (errors) => errors.map(({ path }) => path),
      );
      expect(found).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
