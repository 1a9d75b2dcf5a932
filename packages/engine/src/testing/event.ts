import * as fc from 'fast-check';
import type { EventInput } from './input.js';
import { offsetText } from './offset.js';
import { recurrenceRule } from './rule.js';
import { type CompleteSetting, completeSetting, type Setting } from './setting.js';
import { minuteOfDay } from './timeOfDay.js';
import { addDays, wallText } from './wallText.js';

/** How long an event's occurrences last; the setting says on or near which dates they are. */
export interface EventOptions extends Setting {
  /** Minutes that an occurrence lasts. */
  readonly length: fc.Arbitrary<number>;
}

/** Where an event's first occurrence is: its date, minutes after midnight, and how long it lasts. */
interface Frame {
  readonly date: string;
  readonly minute: number;
  readonly length: number;
}

function local({ date, minute, length }: Frame): EventInput {
  return { start: wallText(date, minute), end: wallText(date, minute + length) };
}

function exact(frame: Frame, { timezone }: CompleteSetting): fc.Arbitrary<EventInput> {
  const { start, end } = local(frame);
  return offsetText(timezone, frame.date).map((offset) => ({
    start: start + offset,
    end: end + offset,
  }));
}

/** Up to three dates, each as a date, as the event's start on that date, or at another time. */
function someDates(
  setting: CompleteSetting,
  minute: number,
  otherTime: fc.Arbitrary<number>,
): fc.Arbitrary<readonly string[]> {
  const written = (date: string): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(date) },
      { weight: 2, arbitrary: fc.constant(wallText(date, minute)) },
      { weight: 1, arbitrary: otherTime.map((time) => wallText(date, time)) },
    );
  return fc
    .subarray([...setting.dates], { maxLength: Math.min(3, setting.dates.length) })
    .chain((dates) => fc.tuple(...dates.map(written)));
}

function recurring(frame: Frame, setting: CompleteSetting): fc.Arbitrary<EventInput> {
  const dates = someDates(setting, frame.minute, minuteOfDay());
  return fc
    .record(
      {
        rrule: recurrenceRule({ ...frame, timezone: setting.timezone }),
        exdates: dates,
        rdates: dates,
      },
      { requiredKeys: ['rrule'] },
    )
    .map((parts) => ({ ...local(frame), ...parts }));
}

function oneOffWithDates(frame: Frame, setting: CompleteSetting): fc.Arbitrary<EventInput> {
  const dates = someDates(setting, frame.minute, minuteOfDay());
  return fc
    .record({ rdates: dates, exdates: dates }, { requiredKeys: ['rdates'] })
    .map((parts) => ({ ...local(frame), ...parts }));
}

function startDate({ dates, from }: CompleteSetting): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...dates) },
    {
      weight: 4,
      arbitrary: fc.integer({ min: 1, max: 21 }).map((days) => addDays(from, -days)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 22, max: 800 }).map((days) => addDays(from, -days)),
    },
  );
}

/**
 * An event with local times that recurs; `length` is in minutes.
 *
 * @example
 * fc.sample(recurringEvent({ length: fc.constant(30) })).every(({ rrule }) => rrule !== undefined)
 * // => true
 */
export function recurringEvent(options: EventOptions): fc.Arbitrary<EventInput> {
  const setting = completeSetting(options);
  return fc
    .record({ date: startDate(setting), minute: minuteOfDay(), length: options.length })
    .chain((frame) => recurring(frame, setting));
}

/**
 * An event of one date: local or with an offset, or local with RDATEs and EXDATEs; `length` is in minutes.
 *
 * @example
 * fc.sample(oneOffEvent({ length: fc.constant(30) })).every(({ rrule }) => rrule === undefined)
 * // => true
 */
export function oneOffEvent(options: EventOptions): fc.Arbitrary<EventInput> {
  const setting = completeSetting(options);
  return fc
    .record({
      date: fc.constantFrom(...setting.dates),
      minute: minuteOfDay(),
      length: options.length,
    })
    .chain((frame) =>
      fc.oneof(fc.constant(local(frame)), exact(frame, setting), oneOffWithDates(frame, setting)),
    );
}
