import type { Acceptance } from '../clinic.js';
import { type FindingCode, isFindingCode, SEVERITY } from '../findingCode.js';
import { MAX_ITEMS } from '../limits.js';
import { DATE_PATTERN } from '../patterns.js';
import { list, recordList } from '../shape/list.js';
import { optional, record, required } from '../shape/record.js';
import { idText, reasonText, textOf } from '../shape/scalars.js';
import { at, type ErrorCollector, foundText } from './errorCollector.js';
import { readItems, readList } from './list.js';
import { type Parent, tried } from './record.js';
import { closest } from './suggestion.js';
import { readDate } from './times.js';

/** That an accept matches nothing is told of accepts themselves. */
const NEVER_ACCEPTED: FindingCode = 'accept-without-effect';
const CODES = Object.keys(SEVERITY).filter((code) => code !== NEVER_ACCEPTED);
const CODE = 'the code of a finding, such as booking-overlap';
const ID = 'the id of a service, schedule, break, booking or whatever else the finding is about';

const IDS = list('ids', idText, { most: MAX_ITEMS.acceptedIds });
const acceptance = record(
  'an object with code and reason',
  {
    code: required(textOf(CODE, { enum: CODES }), 'The code of the findings that are accepted.'),
    ids: optional(
      IDS,
      'Only findings with all of these ids; findings that are errors need at least one.',
    ),
    reason: required(reasonText, 'Why they are accepted; listed with them.'),
    until: optional(
      textOf('a date such as 2026-12-31', { pattern: DATE_PATTERN }),
      'The last date on which they are; for ever if left out.',
    ),
  },
  { description: 'Findings that the clinic has looked at: they are listed, and stop nothing.' },
);

/** The `accept` of a document or of a calendar. */
export const acceptList = recordList('accept', acceptance, {
  items: 'accepted findings',
  most: MAX_ITEMS.accept,
});

/** Reads the `accept` of a document or of a calendar. */
export function readAccept(parent: Parent, errors: ErrorCollector): readonly Acceptance[] {
  return readItems(acceptList, parent, errors, (acceptance) => {
    const { known, whole, path } = acceptance;
    const code = readCode(known.code, acceptance, errors);
    const ids = readIds(code, acceptance, errors);
    const until = readDate(known.until, path, 'until', errors);
    if (whole === undefined || code === undefined || ids === undefined) return undefined;
    return { code, ids, reason: whole.reason, until };
  });
}

function readCode(
  text: string | undefined,
  { path }: Parent,
  errors: ErrorCollector,
): FindingCode | undefined {
  if (text === undefined) return undefined;
  const place = at(path, 'code');
  if (!isFindingCode(text)) {
    const problem = () =>
      ({ type: 'unknown-code', code: text, suggestion: closest(text, CODES) }) as const;
    errors.add(place, problem, CODE);
    return undefined;
  }
  if (text !== NEVER_ACCEPTED) return text;
  const expected = `another code, as ${NEVER_ACCEPTED} cannot be accepted`;
  errors.add(place, { type: 'invalid-value', found: foundText(text) }, expected);
  return undefined;
}

function readIds(
  code: FindingCode | undefined,
  acceptance: Parent,
  errors: ErrorCollector,
): readonly string[] | undefined {
  const items = readList(IDS, acceptance, errors);
  const list = at(acceptance.path, IDS.key);
  if (code !== undefined && SEVERITY[code] === 'error' && items?.length === 0) {
    const expected = `ids, as ${code} is an error and those are accepted one by one`;
    if (acceptance.known[IDS.key] !== undefined) {
      errors.add(list, { type: 'too-few', least: 1 }, expected);
    } else if (!tried(acceptance, IDS.key)) {
      errors.add(list, { type: 'missing' }, expected);
    }
  }
  return items?.flatMap((item, index) => {
    const id = idText.read(item);
    if (id !== undefined) return [id];
    errors.add(at(list, index), { type: 'invalid-value', found: foundText(item) }, ID);
    return [];
  });
}
