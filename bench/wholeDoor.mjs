// Free starts with parsing, ISO in and ISO out, beside three loops written by hand.
import {
  computeCalendar,
  instantFormatter,
  parseDocument,
  unwrap,
  zoneOf,
} from '@slotwright/engine';
import { dateFnsLoop, luxonLoop, temporalLoop } from './loops.mjs';
import { medianMs, ms, table, times } from './measure.mjs';
import { bookings, clinicDocument, horizon, now } from './task.mjs';

const LOOPS = { 'rrule-temporal': temporalLoop, luxon: luxonLoop, '@date-fns/tz': dateFnsLoop };
/** At 0 and 200 bookings three times as fast as the best loop, and at every number as fast. */
const GOALS = { 0: 3, 200: 3, 1000: 1, 10000: 1 };

function freeStarts(document) {
  const [calendar] = unwrap(parseDocument(document)).calendars;
  const iso = instantFormatter(zoneOf(calendar.timezone));
  return computeCalendar(calendar, horizon(), now()).slots.map(({ start }) => iso(start));
}

export function wholeDoor() {
  console.log('\nFree starts of 12 weeks from a document as JSON gave it, by number of bookings\n');
  const rows = [];
  const ratios = [];
  for (const [count, goal] of Object.entries(GOALS)) {
    // As JSON.parse makes its texts.
    const document = JSON.parse(JSON.stringify(clinicDocument(bookings(Number(count)))));
    const booked = document.calendars[0].bookings;
    const answer = freeStarts(document).join();
    const engine = medianMs(() => freeStarts(document));
    rows.push([count, 'engine', ms(engine), times(1)]);
    const medians = Object.entries(LOOPS).map(([name, loop]) => {
      if (loop(booked).join() !== answer) throw new Error(`${name}, ${count}: answers differ`);
      const median = medianMs(() => loop(booked));
      rows.push([count, name, ms(median), times(median / engine)]);
      return median;
    });
    const value = Math.min(...medians) / engine;
    ratios.push({ name: `with parsing, ${count} bookings: the best loop's time`, value, goal });
  }
  table(['bookings', 'who', 'median', 'of engine'], rows);
  return ratios;
}
