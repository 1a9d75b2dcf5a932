import type { Instant } from '@slotwright/engine';
import type { Interval, IntervalSet } from '@slotwright/engine/intervals';
import type { ExpectedDate } from '@slotwright/engine/plan';
import { err, ok, type Result } from 'neverthrow';
import type { ClientError } from '../../http/error/clientError.js';
import { inDoubt, settled } from '../../state/transitions.js';
import type { CalendarReport } from '../report/applyReport.js';
import type { DateDifference } from '../report/dateDifference.js';
import type { CalendarSession } from '../session/calendarSession.js';
import { performStep, type RepeatedPut } from '../step/performStep.js';
import { breakTime } from '../step/uncovered.js';
import { bookingsChanged } from './bookingsChanged.js';
import { differencesOf, hiddenBy, settledOf } from './comparison.js';
import type { NamedDate, SentDate } from './dates.js';
import { calendarReads, readHiding } from './readCalendar.js';
import { type PlacedRemote, placeRemote, takenTimes } from './remoteCalendar.js';

/** What is to be seen at Docplanner. */
export interface Verifying {
  readonly dates: readonly NamedDate[];
  /** Whether it is enough that dates show what was sent, or certain that no PUT of them is being processed. */
  readonly need: 'visible' | 'settled';
  /** What getSlots showed before the first PUT; undefined if nobody looked. */
  readonly before: PlacedRemote['slots'] | undefined;
  /** When bookings, and breaks that are not ours, hid slots when somebody looked last; undefined if nobody did. */
  readonly foreign: readonly Interval<Instant>[] | undefined;
  /** What the plan expects, to tell bookings that it does not know. */
  readonly expected: readonly ExpectedDate[];
}

/** What was seen. */
export interface Verification {
  readonly differences: readonly DateDifference[];
  readonly lostBreaks: CalendarReport['lostBreaks'];
  readonly bookingsChanged: boolean;
}

const MAX_POLLS = 20;
/** What hides slots is read again at the first poll that does not match, and at every so many after it. */
const POLLS_PER_HIDING = 4;
/** Docplanner's three minutes, and what processing may have added. */
const EQUAL_REQUEST_MS = 210_000;

/**
 * Reads Docplanner until the dates show what they should, with growing pauses. Dates that do not in the end
 * are in doubt: the next plan sends them whole. Where an equal PUT came shortly before, its window is waited
 * out once, and it is sent again.
 */
export async function verifyDates(
  session: CalendarSession,
  verifying: Verifying,
  repeated: readonly RepeatedPut[],
): Promise<Result<Verification, ClientError>> {
  const first = await poll(session, verifying);
  if (first.isErr()) return first;
  const wrong = new Set(first.value.differences.map(({ date }) => date));
  const ignored = repeated.filter(({ step }) => step.dates.some((date) => wrong.has(date)));
  const isSentAgain = ignored.length > 0 && (await sendAgain(session, ignored));
  const last = isSentAgain ? await poll(session, verifying) : first;
  if (last.isErr()) return last;
  const doubtful = last.value.differences.map(({ date }) => date);
  // A run that was ended in between has not looked long enough to doubt anything.
  const looked = session.control.ending() === undefined;
  if (looked && doubtful.length > 0) await session.change((known) => inDoubt(known, doubtful));
  return last;
}

async function poll(
  session: CalendarSession,
  { dates, need, before, foreign, expected }: Verifying,
): Promise<Result<Verification, ClientError>> {
  const span = {
    start: Math.min(...dates.map(({ start }) => start)),
    end: Math.max(...dates.map(({ end }) => end)),
  };
  let hidden = foreign === undefined ? undefined : hiddenBy(foreign, ownBreaks(session));
  let found: Omit<Verification, 'differences'> = { lostBreaks: [], bookingsChanged: false };
  for (let polls = 1; ; polls += 1) {
    const read = await readSlots(session, span);
    if (read.isErr()) return err(read.error);
    const slots = read.value.slots;
    const sent = sentDates(session, dates);
    const differ = (by: IntervalSet<Instant>): readonly DateDifference[] =>
      differencesOf(sent, { slots, hidden: by }, session.now(), session.iso);
    let differences = hidden === undefined ? undefined : differ(hidden);
    const isWrong = differences === undefined || differences.length > 0;
    if (hidden === undefined || (isWrong && polls % POLLS_PER_HIDING === 1)) {
      const hiding = await readHidingTimes(session, span);
      if (hiding.isErr()) return err(hiding.error);
      const { breaks, bookings } = hiding.value;
      const taken = takenTimes(bookings);
      hidden = hiddenBy(breaks, taken);
      differences = differ(hidden);
      found = {
        lostBreaks: lostBreaks(session, breaks, dates),
        bookingsChanged: bookingsChanged(expected, sent, slots, taken, session.now()),
      };
    }
    const different = new Set((differences ?? []).map(({ date }) => date));
    const shown = sent.filter(({ date }) => !different.has(date));
    const sending = { sentAt: session.record().unsettled, settleMs: session.settleMs };
    const times = session.times();
    const certain = settledOf(shown, before, { slots, hidden }, sending, times);
    if (certain.dates.length > 0) await session.change((known) => settled(known, certain.dates));
    const matches = different.size === 0;
    const enough = matches && (need === 'visible' || certain.allAt <= times.uptime);
    const isLast = !matches && polls >= MAX_POLLS;
    if (enough || isLast || session.control.ending() !== undefined) {
      return ok({ differences: differences ?? [], ...found });
    }
    const wait = matches ? certain.allAt - times.uptime : Math.min(1_000 + 50 * polls, 1_500);
    await session.pause(wait, 'processing');
  }
}

/** False where it cannot be done within the time that may be waited. */
async function sendAgain(
  session: CalendarSession,
  ignored: readonly RepeatedPut[],
): Promise<boolean> {
  const until = Math.max(...ignored.map(({ sentBefore }) => sentBefore)) + EQUAL_REQUEST_MS;
  const wait = until - session.times().uptime;
  if (wait > session.maxWaitMs) return false;
  await session.pause(wait, 'equal-request');
  for (const { step } of ignored) {
    const end = await performStep(session, step);
    if (end.type !== 'done') return false;
  }
  return true;
}

/** Dates with what is known to be sent for them. */
function sentDates(session: CalendarSession, dates: readonly NamedDate[]): readonly SentDate[] {
  const { published } = session.record();
  return dates.map((each) => ({ ...each, entries: published.dates[each.date] ?? [] }));
}

function ownBreaks(session: CalendarSession): readonly Interval<Instant>[] {
  return session.record().published.breaks.flatMap((known) => breakTime(known) ?? []);
}

/** Breaks of ours at these dates that Docplanner does not list. */
function lostBreaks(
  session: CalendarSession,
  breaks: PlacedRemote['breaks'],
  dates: readonly NamedDate[],
): Verification['lostBreaks'] {
  const listed = new Set(breaks.map(({ remote }) => remote.id));
  return session
    .record()
    .published.breaks.filter(({ id }) => !listed.has(id))
    .filter((known) => {
      const time = breakTime(known);
      return (
        time !== undefined && dates.some((date) => date.start < time.end && time.start < date.end)
      );
    })
    .map(({ since, till }) => ({ since, till }));
}

/** Reads slots alone. */
export async function readSlots(
  session: CalendarSession,
  span: Interval<number>,
): Promise<Result<PlacedRemote, ClientError>> {
  const slots = await session.read((client, options) =>
    calendarReads(client, session.address, options).slots(span),
  );
  return slots.map((read) => placeRemote({ ...read, breaks: [], bookings: [] }, span));
}

async function readHidingTimes(
  session: CalendarSession,
  span: Interval<number>,
): Promise<Result<PlacedRemote, ClientError>> {
  const reads = {
    breaks: (time: Interval<number>) =>
      session.read((client, options) =>
        calendarReads(client, session.address, options).breaks(time),
      ),
    bookings: (time: Interval<number>) =>
      session.read((client, options) =>
        calendarReads(client, session.address, options).bookings(time),
      ),
  };
  return await readHiding(reads, span).map((hiding) => placeRemote({ slots: [], ...hiding }, span));
}
