// Free slot starts of 12 weeks in Madrid: Mon-Fri 9-14 and 16-20, 30-minute slots, a daily break.
import { parseDocument, parseHorizon, parseInstant } from '@slotwright/engine';

export const ZONE = 'Europe/Madrid';
export const FROM = '2026-10-05';
export const THROUGH = '2026-12-23';
const NOW = '2026-10-01T08:00:00Z';
export const SLOT_MINUTES = 30;
export const SHIFTS = [
  { start: '09:00', end: '14:00' },
  { start: '16:00', end: '20:00' },
];
export const BREAK = { start: '11:00', end: '11:30' };

const MINUTE = 60_000;

/** Bookings of 30 minutes, off the grid as often as on it, as exact milliseconds; always the same. */
export function bookings(count) {
  let state = 12345;
  const random = (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const first = Date.parse('2026-10-05T07:00:00Z');
  return Array.from({ length: count }, () => {
    const start = first + random(79) * 1440 * MINUTE + random(120) * 5 * MINUTE;
    return { start, end: start + 30 * MINUTE };
  });
}

const VISITS = ['09:00', '09:30', '10:00', '10:30', '11:30', '13:00', '16:00', '16:30', '17:00'];

/** Bookings as a busy doctor has them: within hours, off the breaks, one after the other. */
function orderlyBookings(count) {
  const list = [];
  for (let day = 0; list.length < count; day += 1) {
    const visits = [9, 9, 9, 9, 6, 0, 0][day % 7];
    for (const time of VISITS.slice(0, visits)) {
      list.push({
        id: `b${list.length}`,
        start: at(day, time),
        duration: 30,
        addressServiceId: '10',
      });
    }
  }
  return list.slice(0, count);
}

function at(day, time) {
  return `${new Date(Date.parse(FROM) + day * 1440 * MINUTE).toISOString().slice(0, 10)}T${time}`;
}

/** The same task as a clinic document. */
export function clinicDocument(booked) {
  return {
    version: 1,
    timezone: ZONE,
    calendars: [
      {
        id: 'bench',
        facilityId: '1',
        doctorId: '2',
        addressId: '3',
        services: [{ addressServiceId: '10', duration: SLOT_MINUTES }],
        schedules: SHIFTS.map(({ start, end }, index) => ({
          id: `shift-${index}`,
          start: `${FROM}T${start}`,
          end: `${FROM}T${end}`,
          rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
        })),
        breaks: [
          {
            id: 'pause',
            start: `${FROM}T${BREAK.start}`,
            end: `${FROM}T${BREAK.end}`,
            rrule: 'FREQ=DAILY',
          },
        ],
        bookings: booked.map(({ start, end }, index) => ({
          id: `b${index}`,
          start: new Date(start).toISOString().replace('.000Z', 'Z'),
          end: new Date(end).toISOString().replace('.000Z', 'Z'),
        })),
      },
    ],
  };
}

/** Five rules, sixty one-off breaks and five hundred bookings: a busy doctor. */
export function busyDocument(calendars) {
  const document = clinicDocument([]);
  const [template] = document.calendars;
  const schedules = [
    ['mornings', '09:00', '14:00', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['other-mornings', '09:00', '13:30', 'FREQ=WEEKLY;BYDAY=TU,TH'],
    ['afternoons', '16:00', '20:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH'],
    ['saturdays', '09:00', '12:00', 'FREQ=MONTHLY;BYDAY=1SA,3SA'],
  ].map(([id, start, end, rrule]) => ({ id, start: at(0, start), end: at(0, end), rrule }));
  const breaks = [
    { id: 'pause', start: at(0, '11:00'), end: at(0, '11:20'), rrule: 'FREQ=DAILY' },
    ...Array.from({ length: 59 }, (_, i) => ({
      id: `break-${i}`,
      start: at(i + 1, '12:00'),
      end: at(i + 1, i % 3 === 0 ? '12:25' : '13:00'),
      publish: i % 2 === 0 ? 'break' : 'carve',
    })),
  ];
  const services = [
    { addressServiceId: '10', duration: 30 },
    { addressServiceId: '11', duration: 20 },
    { addressServiceId: '12', duration: 60 },
  ];
  document.calendars = Array.from({ length: calendars }, (_, i) => ({
    ...template,
    id: `calendar-${i}`,
    doctorId: `doctor-${i}`,
    services,
    schedules,
    breaks,
    bookings: orderlyBookings(500),
  }));
  return document;
}

export function parsed(input) {
  const document = parseDocument(input);
  if (document.isErr()) throw new Error(JSON.stringify(document.error.slice(0, 3)));
  return document.value;
}

const value = (result) => result._unsafeUnwrap();
export const horizon = () => value(parseHorizon(FROM, THROUGH));
export const now = () => value(parseInstant(NOW));
