// A prepared calendar, asked for its slots with the bookings of another one.
import { computeCalendar, parseHorizon, prepare, unwrap } from '@slotwright/engine';
import { medianMs, micros, table, times } from './measure.mjs';
import {
  bookings,
  busyDocument,
  clinicDocument,
  FROM,
  horizon,
  now,
  parsed,
  THROUGH,
} from './task.mjs';

const ASKED = [
  ['a day', '2026-10-14', '2026-10-14', 3],
  ['a week', '2026-10-12', '2026-10-18', 6],
  ['12 weeks', FROM, THROUGH, 60],
];

/** So that a clock of microseconds is fine enough. */
function hundredTimes(call) {
  for (let count = 0; count < 100; count += 1) call();
}

export function preparedCalendar() {
  console.log('\nA prepared calendar, asked with 200 other bookings, beside computing it\n');
  const [busy] = parsed(busyDocument(1)).calendars;
  const [{ bookings: others }] = parsed(clinicDocument(bookings(200))).calendars;
  const prepared = prepare(busy, horizon());
  const rows = ASKED.map(([name, from, through, goal]) => {
    const dates = unwrap(parseHorizon(from, through));
    const ask = () => prepared.slots(dates, others, now());
    const compute = () => computeCalendar({ ...busy, bookings: others }, dates, now()).slots;
    if (JSON.stringify(ask()) !== JSON.stringify(compute())) {
      throw new Error(`${name}: answers differ`);
    }
    const [fast, slow] = [ask, compute].map((call) => medianMs(() => hundredTimes(call)) / 100);
    return { name, slots: ask().length, fast, slow, goal };
  });
  table(
    ['dates', 'slots', 'prepared', 'goal', 'computed', 'ratio'],
    rows.map(({ name, slots, fast, slow, goal }) => [
      name,
      slots,
      micros(fast),
      `${goal} µs`,
      micros(slow),
      times(slow / fast),
    ]),
  );
  return rows.map(({ name, fast, slow }) => ({
    name: `prepared, ${name}: times as fast as computed`,
    value: slow / fast,
  }));
}
