import * as z from 'zod';
import type { Acceptance } from '../clinic.js';
import { type FindingCode, isFindingCode, SEVERITY } from '../findingCode.js';
import { MAX_ITEMS } from '../limits.js';
import { DATE_PATTERN } from '../patterns.js';
import { at, type ErrorCollector, foundText } from './errorCollector.js';
import { type List, readItems, readList } from './list.js';
import { type Parent, shapeOf } from './record.js';
import { closest } from './suggestion.js';
import { idText, reasonText, textOf, unread } from './text.js';
import { readDate } from './times.js';

/** That an accept matches nothing is told of accepts themselves. */
const NEVER_ACCEPTED: FindingCode = 'accept-without-effect';
const CODES = Object.keys(SEVERITY).filter((code) => code !== NEVER_ACCEPTED);
const CODE = 'the code of a finding, such as booking-overlap';
const ID = 'the id of a service, schedule, break, booking or whatever else the finding is about';

const acceptanceSchema = z
  .strictObject({
    code: z
      .string({ error: CODE })
      .meta({ enum: CODES })
      .describe('The code of the findings that are accepted.'),
    ids: z
      .array(idText)
      .max(MAX_ITEMS.acceptedIds)
      .optional()
      .describe('Only findings with all of these ids; findings that are errors need at least one.'),
    reason: reasonText.describe('Why they are accepted; listed with them.'),
    until: textOf('a date such as 2026-12-31', DATE_PATTERN)
      .optional()
      .describe('The last date on which they are; for ever if left out.'),
  })
  .describe('Findings that the clinic has looked at: they are listed, and stop nothing.');

/** The schema of an `accept`. */
export const acceptSchema = z.array(acceptanceSchema).max(MAX_ITEMS.accept).optional();

const FRAME = acceptanceSchema.extend({ ids: unread });
const LIST = {
  key: 'accept',
  items: 'accepted findings',
  least: 0,
  most: MAX_ITEMS.accept,
  absent: 'is-empty',
  shape: shapeOf('an object with code and reason', FRAME, FRAME.partial()),
} as const;
const IDS: List = { key: 'ids', least: 0, most: MAX_ITEMS.acceptedIds, absent: 'is-empty' };

/** Reads the `accept` of a document or of a calendar. */
export function readAccept(parent: Parent, errors: ErrorCollector): readonly Acceptance[] {
  return readItems(LIST, parent, errors, (acceptance) => {
    const { known, whole, path } = acceptance;
    const code = readCode(known.code, acceptance, errors);
    const ids = readIds(code, acceptance, errors);
    const until = readDate(known.until, at(path, 'until'), errors);
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
    } else if (!acceptance.tried(IDS.key)) {
      errors.add(list, { type: 'missing' }, expected);
    }
  }
  return items?.flatMap((item, index) => {
    const id = idText.safeParse(item);
    if (id.success) return [id.data];
    errors.add(at(list, index), { type: 'invalid-value', found: foundText(item) }, ID);
    return [];
  });
}
