import {
  type Calendar,
  type CheckedCalendar,
  type ClinicDocument,
  computeDocument,
  type Horizon,
  type Instant,
  parseDocument,
} from '../../src/index.js';
import { type ClinicCase, readHorizon } from '../../src/testing/index.js';

/** What a random case means once it is read: its documents are valid, so this cannot fail. */
export function setUp({ document, horizon }: ClinicCase): {
  readonly document: ClinicDocument;
  readonly horizon: Horizon;
  readonly now: Instant;
} {
  const { from, through, now } = readHorizon(horizon)._unsafeUnwrap();
  return { document: parseDocument(document)._unsafeUnwrap(), horizon: { from, through }, now };
}

/** SLOTWRIGHT_RUNS asks for more runs than a law makes by itself. */
export function runs(usual: number): number {
  return Number(process.env.SLOTWRIGHT_RUNS ?? usual);
}

/** One calendar, alone in its document. */
export function checkedCalendar(
  calendar: Calendar,
  horizon: Horizon,
  now: Instant,
): CheckedCalendar {
  const { timezone } = calendar;
  const document: ClinicDocument = {
    version: 1,
    timezone,
    calendars: [calendar],
    accept: [],
    retired: [],
  };
  const [checked] = computeDocument(document, horizon, now, []).calendars;
  if (checked === undefined) throw new Error('a document of one calendar computes to one');
  return checked;
}
