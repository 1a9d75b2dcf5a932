import {
  type ComputedCalendar,
  type ComputedDocument,
  computeDocument,
  NOTHING_KNOWN,
  parseDocument,
  parseHorizon,
  parseInstant,
  syncPlan,
} from '@slotwright/engine';
import { calendarPlan } from '@slotwright/engine/plan';
import { ADDRESS, tuesday } from '../../../test/support/openClient.js';
import type { DocplannerClient } from '../../resources/client.js';

/** What a test adds to the clinic's one calendar. */
export interface Additions {
  readonly breaks?: readonly object[];
  readonly bookings?: readonly object[];
}

/** What test ports start at: Monday 13 May 2030, 08:00 in Madrid. */
export const NOW_INSTANT = momentAt('08:00', '2030-05-13');

/** A moment in Madrid, on Tuesday 14 May 2030 unless it says otherwise. */
export function momentAt(clock: string, date = '2030-05-14') {
  return parseInstant(`${date}T${clock}:00+02:00`)._unsafeUnwrap();
}

/** 09:00 to 12:00 on 14 and 15 May 2030, visits of 30 and of 20 minutes every 10 minutes. */
export function clinicInput({ breaks = [], bookings = [] }: Additions = {}) {
  return {
    version: 1,
    timezone: 'Europe/Madrid',
    calendars: [
      {
        id: 'ruiz',
        ...ADDRESS,
        services: [
          { addressServiceId: '1001', duration: 30 },
          { addressServiceId: '1002', duration: 20 },
        ],
        schedules: [
          {
            id: 'mornings',
            start: '2030-05-14T09:00',
            end: '2030-05-14T12:00',
            rrule: 'FREQ=DAILY;COUNT=2',
          },
        ],
        breaks,
        bookings,
      },
    ],
  };
}

/** A document over 13 to 19 May 2030. */
export function computed(input: unknown): ComputedDocument {
  const horizon = parseHorizon('2030-05-13', '2030-05-19')._unsafeUnwrap();
  return computeDocument(parseDocument(input)._unsafeUnwrap(), horizon, NOW_INSTANT, []);
}

export function onlyCalendar({ calendars }: ComputedDocument): ComputedCalendar {
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('The document has no calendar.');
  return calendar;
}

/** Sends all that a first sync sends, a date at a time. */
export async function publish(client: DocplannerClient, { calendars }: ComputedDocument) {
  for (const result of calendars) {
    const plan = calendarPlan(syncPlan(result, NOTHING_KNOWN, undefined, { type: 'one-per-date' }));
    for (const request of plan.requests) {
      (await client.replaceSlots(result.calendar, request))._unsafeUnwrap();
    }
    for (const request of plan.breaks) {
      (await client.createBreak(result.calendar, request))._unsafeUnwrap();
    }
  }
}

export const LUNCH = { id: 'lunch', start: tuesday('11:00'), end: tuesday('11:30') };
