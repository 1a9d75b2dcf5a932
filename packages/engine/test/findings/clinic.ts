import {
  type CalendarId,
  type CheckOutput,
  checkOutput,
  computeDocument,
  type FindingCode,
  type FindingOutput,
  parseDocument,
} from '../../src/index.js';
import {
  type CalendarInput,
  type ClosureInput,
  type HorizonInput,
  readHorizon,
  type ScheduleInput,
} from '../../src/testing/index.js';

/** Monday, 5 October 2026, 9:00 to 14:00 in Madrid; its grid has cells of 30 minutes. */
export const MORNING: ScheduleInput = {
  id: 'morning',
  start: '2026-10-05T09:00',
  end: '2026-10-05T14:00',
};

/** One calendar with one service of 30 minutes and one morning, unless the parts say otherwise. */
export function calendar(parts: Partial<CalendarInput> = {}): CalendarInput {
  return {
    id: 'centro',
    facilityId: '11',
    doctorId: '22',
    addressId: '33',
    services: [{ addressServiceId: 'visit', duration: 30 }],
    schedules: [MORNING],
    ...parts,
  };
}

export interface Asked extends Partial<HorizonInput> {
  readonly timezone?: string;
  readonly closures?: readonly ClosureInput[];
  readonly only?: readonly string[];
}

/** What `check` would print of a document; without an answer to the contrary about 5 October 2026. */
export function checked(calendars: readonly CalendarInput[], asked: Asked = {}): CheckOutput {
  const { from = '2026-10-05', through = from, now = `${from}T06:00:00Z` } = asked;
  const { timezone = 'Europe/Madrid', closures = [], only = [] } = asked;
  const horizon = readHorizon({ from, through, now })._unsafeUnwrap();
  const document = parseDocument({ version: 1, timezone, closures, calendars })._unsafeUnwrap();
  const ids = only.map((id) => id as CalendarId);
  return checkOutput(computeDocument(document, horizon, horizon.now, ids));
}

/** The findings of one kind about one calendar made of these parts. */
export function found(
  code: FindingCode,
  parts: Partial<CalendarInput>,
  asked: Asked = {},
): readonly FindingOutput[] {
  return foundIn(code, [calendar(parts)], asked);
}

/** The findings of one kind about several calendars. */
export function foundIn(
  code: FindingCode,
  calendars: readonly CalendarInput[],
  asked: Asked = {},
): readonly FindingOutput[] {
  return checked(calendars, asked).findings.filter((each) => each.code === code);
}
