// Free starts of a document that was parsed before, beside other libraries.
import { computeCalendar, instantFormatter, zoneOf } from '@slotwright/engine';
import { medianMs, ms, table, times } from './measure.mjs';
import {
  kernel,
  kernelBookings,
  loop,
  movePointer,
  searchAll,
  slotCalculator,
  timeslottr,
} from './others.mjs';
import { bookings, clinicDocument, horizon, now, parsed } from './task.mjs';

const KERNEL = 'smallest kernel, zone table made before';
const COUNTS = [0, 200, 1000, 10_000];

function freeStartsOf(calendar) {
  const iso = instantFormatter(zoneOf(calendar.timezone));
  return computeCalendar(calendar, horizon(), now()).slots.map(({ start }) => iso(start));
}

function same(name, ours, theirs) {
  const key = (starts) => [...new Set(starts.map((start) => Date.parse(start)))].sort().join();
  return key(ours) === key(theirs) ? name : `${name} (other answer)`;
}

export function freeStarts() {
  console.log('Free slot starts of 12 weeks as ISO strings, by number of bookings\n');
  const byCount = new Map();
  const rows = [];
  const ratios = [];
  for (const count of COUNTS) {
    const booked = bookings(count);
    const [calendar] = parsed(clinicDocument(booked)).calendars;
    const ours = freeStartsOf(calendar);
    const minutes = kernelBookings(booked);
    const contestants = [
      [KERNEL, () => kernel(minutes)],
      ['loop, each slot against all', () => loop(booked, searchAll)],
      ['loop, sorted with a pointer', () => loop(booked, movePointer)],
      ['timeslottr', () => timeslottr(booked)],
      ['slot-calculator', () => slotCalculator(booked)],
    ];
    const reference = loop(booked, searchAll);
    if (reference.join() !== ours.join()) throw new Error(`${count} bookings: answers differ`);
    const engine = medianMs(() => freeStartsOf(calendar));
    byCount.set(count, engine);
    rows.push([count, ours.length, 'engine', ms(engine), times(1)]);
    for (const [name, call] of contestants) {
      const median = medianMs(call);
      rows.push([count, ours.length, same(name, ours, call()), ms(median), times(median / engine)]);
      if (name !== KERNEL) continue;
      const value = engine / median;
      ratios.push({ name: `parsed, ${count} bookings, of the kernel`, value, goal: 2, less: true });
    }
  }
  table(['bookings', 'slots', 'who', 'median', 'of engine'], rows);
  const value = byCount.get(10_000) / byCount.get(1000);
  return [
    ...ratios,
    { name: '10 times the bookings, times the time', value, goal: 12, less: true },
  ];
}
