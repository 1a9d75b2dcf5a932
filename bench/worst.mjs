// The documents that cost most within the limits, in seconds of CPU.
import {
  computeDocument,
  NOTHING_KNOWN,
  parseDocument,
  syncPlan,
  unwrap,
} from '@slotwright/engine';
import { table } from './measure.mjs';
import { FROM, horizon, now } from './task.mjs';

const two = (value) => String(value).padStart(2, '0');
const at = (minute) => `${FROM}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const hours = {
  id: 'hours',
  start: at(540),
  end: at(840),
  rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
};
const service = { addressServiceId: 'visit', duration: 30 };

function calendar(parts) {
  const place = { facilityId: '11', doctorId: '22', addressId: '33' };
  return { id: 'centro', ...place, services: [service], schedules: [hours], ...parts };
}

function staggered() {
  const services = many(200, (index) => ({ addressServiceId: `s${index}`, duration: 30 }));
  const schedules = many(500, (index) => ({
    id: `w${index}`,
    start: at(index),
    end: at(700 + index),
    rrule: 'FREQ=DAILY',
    services: services.map((each) => ({ ...each, duration: index % 2 === 0 ? 60 : 30 })),
  }));
  return [calendar({ services, schedules })];
}

function dailyBreaks(publish) {
  const breaks = many(20_000, (index) => ({
    id: `p${index}`,
    start: at(index % 1430),
    end: at((index % 1430) + 5),
    rrule: 'FREQ=DAILY',
    publish,
  }));
  return [calendar({ breaks })];
}

function twice(count) {
  const bookings = many(count, (index) => ({
    id: `b${index}`,
    start: at(600 + (index % 60)),
    duration: 120,
  }));
  return [calendar({ bookings }), calendar({ id: 'norte', facilityId: '12', bookings })];
}

const CASES = [
  ['500 staggered schedules of 200 services in two durations', staggered, 5],
  ['20,000 daily breaks, carved', () => dailyBreaks('carve'), 0.5],
  ['20,000 daily breaks, sent', () => dailyBreaks('break'), 1],
  ['two calendars of one address, 2,000 bookings each', () => twice(2000), undefined],
  ['the same with 8,000', () => twice(8000), undefined],
];

export function worst() {
  console.log('\nDocuments that cost most, from parsing to the plan\n');
  const rows = CASES.map(([name, make, goal]) => {
    const document = { version: 1, timezone: 'Europe/Madrid', calendars: make() };
    const before = process.cpuUsage();
    const result = computeDocument(unwrap(parseDocument(document)), horizon(), now(), ['centro']);
    for (const each of result.calendars) {
      syncPlan(each, NOTHING_KNOWN, undefined, { type: 'one-request' });
    }
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    return [
      name,
      `${seconds.toFixed(2)} s`,
      goal === undefined ? '' : `${goal} s`,
      result.findings.length,
    ];
  });
  table(['document', 'CPU', 'goal', 'findings'], rows);
}
