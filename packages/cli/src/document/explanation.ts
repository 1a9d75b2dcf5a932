import {
  type AddressServiceId,
  type Calendar,
  type ClinicDocument,
  computeCalendar,
  describeHorizonError,
  type Explanation,
  explain,
  type Instant,
  type Moment,
  parseHorizon,
  zoneOf,
} from '@slotwright/engine';
import { ok, Result } from 'neverthrow';
import { type Failure, wrongUsage } from '../exit.js';
import type { CommonOptions } from '../options/common.js';
import { chosenHorizon, chosenNow, localDate, withinReach } from '../options/horizon.js';
import { calendarsWithService, chosenCalendars } from '../options/names.js';

/** What is to be explained. */
export interface Question extends CommonOptions {
  readonly explain: Moment;
  readonly service?: string;
}

/** Why a time can or cannot be booked in one calendar. */
export interface Explained {
  readonly calendar: Calendar;
  readonly at: Instant;
  readonly service: AddressServiceId | undefined;
  readonly explanation: Explanation;
}

/** The answers of a document. */
export interface Answers {
  readonly now: Instant;
  readonly explained: readonly Explained[];
}

/** Asks the calendars that the options choose; of these, where a service is named, those that have it. */
export function answers(
  document: ClinicDocument,
  question: Question,
  clock: number,
): Result<Answers, Failure> {
  return chosenCalendars(document, question.calendar).andThen((calendars) =>
    chosenNow(question, clock).andThen((now) => {
      if (question.service === undefined) {
        return answered(calendars, () => undefined, document, question, now);
      }
      return calendarsWithService(calendars, question.service).andThen((services) =>
        answered(
          calendars.filter(({ id }) => services.has(id)),
          ({ id }) => services.get(id),
          document,
          question,
          now,
        ),
      );
    }),
  );
}

function answered(
  calendars: readonly Calendar[],
  serviceOf: (calendar: Calendar) => AddressServiceId | undefined,
  document: ClinicDocument,
  question: Question,
  now: Instant,
): Result<Answers, Failure> {
  const explained = calendars.map((calendar) => {
    const at = instantIn(calendar, question.explain);
    return horizonFor(calendar, at, document, question, now).map((horizon): Explained => {
      const service = serviceOf(calendar);
      const result = computeCalendar(calendar, horizon, now);
      return { calendar, at, service, explanation: explain(result, at, service) };
    });
  });
  return Result.combine(explained).map((each) => ({ now, explained: each }));
}

/** A local time is read in each calendar's own zone. */
function instantIn({ timezone }: Calendar, moment: Moment): Instant {
  return moment.kind === 'exact' ? moment.instant : zoneOf(timezone).place(moment.wall).instant;
}

/** The date of the time in question; other dates only where the options ask for them. */
function horizonFor(
  { timezone }: Calendar,
  at: Instant,
  document: ClinicDocument,
  question: Question,
  now: Instant,
): ReturnType<typeof chosenHorizon> {
  const { from, through, weeks } = question;
  const isChosen = from !== undefined || through !== undefined || weeks !== undefined;
  if (isChosen) return chosenHorizon(question, document, now);
  const date = localDate(timezone, at);
  return parseHorizon(date, date)
    .mapErr((error) => wrongUsage(describeHorizonError(error)))
    .andThen((horizon) =>
      withinReach(horizon.from, '--explain', [timezone], now).andThen(() => ok(horizon)),
    );
}
