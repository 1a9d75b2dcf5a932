// Medians as ratios in one process; answers are compared before anything is timed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  computeCalendar,
  instantFormatter,
  NOTHING_KNOWN,
  parseHorizon,
  prepare,
  syncPlan,
  zoneOf,
} from '@slotwright/engine';

import { medianMs, micros, ms, table, times } from './measure.mjs';
import {
  kernel,
  kernelBookings,
  loop,
  movePointer,
  searchAll,
  slotCalculator,
  timeslottr,
} from './others.mjs';
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

const ONE_REQUEST = { type: 'one-request' };

/** In a process of its own, so that its memory is its own. */
function run(script) {
  spawnSync(process.execPath, ['--expose-gc', fileURLToPath(script)], { stdio: 'inherit' });
}

function freeStarts(calendar) {
  const iso = instantFormatter(zoneOf(calendar.timezone));
  return computeCalendar(calendar, horizon(), now()).slots.map(({ start }) => iso(start));
}

function same(name, ours, theirs) {
  const key = (starts) => [...new Set(starts.map((start) => Date.parse(start)))].sort().join();
  return key(ours) === key(theirs) ? name : `${name} (other answer)`;
}

/** So that a clock of microseconds is fine enough. */
function hundredTimes(call) {
  for (let count = 0; count < 100; count += 1) call();
}

console.log('Free slot starts of 12 weeks as ISO strings, by number of bookings\n');
const byCount = new Map();
const rows = [];
for (const count of [0, 200, 1000, 10_000]) {
  const booked = bookings(count);
  const [calendar] = parsed(clinicDocument(booked)).calendars;
  const ours = freeStarts(calendar);
  const minutes = kernelBookings(booked);
  const contestants = [
    ['smallest kernel, zone table made before', () => kernel(minutes)],
    ['loop, each slot against all', () => loop(booked, searchAll)],
    ['loop, sorted with a pointer', () => loop(booked, movePointer)],
    ['timeslottr', () => timeslottr(booked)],
    ['slot-calculator', () => slotCalculator(booked)],
  ];
  const reference = loop(booked, searchAll);
  if (reference.join() !== ours.join()) throw new Error(`${count} bookings: answers differ`);
  const engine = medianMs(() => freeStarts(calendar));
  byCount.set(count, engine);
  rows.push([count, ours.length, 'engine', ms(engine), times(1)]);
  for (const [name, call] of contestants) {
    const median = medianMs(call);
    rows.push([count, ours.length, same(name, ours, call()), ms(median), times(median / engine)]);
  }
}
table(['bookings', 'slots', 'who', 'median', 'of engine'], rows);
console.log(
  `\n10 times the bookings: ${times(byCount.get(10_000) / byCount.get(1000))} the time (goal: at most 12)`,
);

console.log('\nThe whole engine: 5 rules, 60 breaks, 500 bookings, 12 weeks\n');
const [busy] = parsed(busyDocument(1)).calendars;
const whole = medianMs(() =>
  syncPlan(computeCalendar(busy, horizon(), now()), NOTHING_KNOWN, undefined, ONE_REQUEST),
);
console.log(`periods, slots, payload and findings: ${ms(whole)} a calendar`);

console.log(
  '\nThe same calendar prepared, and asked for its slots with the bookings of another one\n',
);
const prepared = prepare(busy, horizon());
const [{ bookings: others }] = parsed(clinicDocument(bookings(200))).calendars;
const asked = [
  ['a day', '2026-10-14', '2026-10-14'],
  ['a week', '2026-10-12', '2026-10-18'],
  ['12 weeks', FROM, THROUGH],
].map(([name, from, through]) => {
  const dates = parseHorizon(from, through)._unsafeUnwrap();
  const ask = () => prepared.slots(dates, others, now());
  const compute = () => computeCalendar({ ...busy, bookings: others }, dates, now()).slots;
  if (JSON.stringify(ask()) !== JSON.stringify(compute()))
    throw new Error(`${name}: answers differ`);
  const [fast, slow] = [ask, compute].map((call) => medianMs(() => hundredTimes(call)) / 100);
  return [name, ask().length, micros(fast), micros(slow), times(slow / fast)];
});
table(['dates', 'slots', 'prepared', 'computed', 'ratio'], asked);

run(new URL('fleet.mjs', import.meta.url));
console.log('\nThe sandbox\n');
run(new URL('sandbox.mjs', import.meta.url));
