import { describe, expect, test } from 'vitest';
import { MAX_FINDINGS } from '../../src/findings/finding.js';
import type { FindingCode } from '../../src/index.js';
import type { BreakInput, CalendarInput, ScheduleInput } from '../../src/testing/index.js';
import { type Asked, calendar, checked, found, foundIn } from './clinic.js';

const DAILY = { rrule: 'FREQ=DAILY' };
/** A time of day of 5 October 2026. */
const at = (minute: number): string => {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return `2026-10-05T${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
};
/** Every eight minutes of every day. */
const shortWindows = (minutes: number): readonly ScheduleInput[] =>
  Array.from({ length: 179 }, (_, index) => ({
    id: `w${index}`,
    start: at(index * 8),
    end: at(index * 8 + minutes),
    ...DAILY,
  }));
const service = (addressServiceId: string, duration: number) => ({ addressServiceId, duration });
const services = Array.from({ length: 180 }, (_, index) => service(`s${index}`, 30));

/** About 15,000 findings each in twelve weeks, of every date as many. */
const MANY: readonly (readonly [FindingCode, Partial<CalendarInput>])[] = [
  [
    'break-without-effect',
    {
      breaks: Array.from({ length: 180 }, (_, index) => ({
        id: `p${index}`,
        start: at(900 + (index % 90)),
        end: at(1000),
        publish: 'break',
        ...DAILY,
      })),
    },
  ],
  ['stranded-time', { services: [service('visit', 5)], schedules: shortWindows(6) }],
  [
    'grid-collapse',
    { services: [service('visit', 5), service('talk', 7)], schedules: shortWindows(7) },
  ],
  [
    'grid-shifted',
    {
      services: [service('visit', 5), service('talk', 5)],
      schedules: shortWindows(8).map(withAnotherService),
    },
  ],
  [
    'schedule-duration-conflict',
    {
      services,
      schedules: [30, 60].map((duration) => ({
        id: `w${duration}`,
        start: at(540),
        end: at(720),
        services: services.map((each) => ({ ...each, duration })),
        ...DAILY,
      })),
    },
  ],
  [
    'schedule-insurance-conflict',
    {
      schedules: [
        { id: 'whole', start: at(0), end: at(1439), ...DAILY },
        ...shortWindows(6).map((each) => ({
          ...each,
          insurance: { accepted: 'with-insurance-only', providers: [52] } as const,
        })),
      ],
    },
  ],
];

function withAnotherService(schedule: ScheduleInput, index: number): ScheduleInput {
  return { ...schedule, services: ['visit', ...(index % 2 === 0 ? [] : ['talk'])] };
}

const [FROM, MIDDLE, NEXT, THROUGH] = ['2026-10-05', '2026-11-15', '2026-11-16', '2026-12-27'];

describe.each(MANY)('%s', (code, parts) => {
  const inDates = (from: string, through: string) =>
    found(code, parts, { from, through, now: '2026-10-05T00:00:00Z' });

  test('the earliest are listed as they are, and the last says how many more there are', () => {
    const all = [...inDates(FROM, MIDDLE), ...inDates(NEXT, THROUGH)];
    expect(all.length).toBeGreaterThan(MAX_FINDINGS);
    const listed = inDates(FROM, THROUGH);
    expect(listed).toHaveLength(MAX_FINDINGS);
    expect(listed.slice(0, -1)).toEqual(all.slice(0, MAX_FINDINGS - 1));
    const [last, expected] = [listed.at(-1), all[MAX_FINDINGS - 1]];
    const rest = `; ${all.length - MAX_FINDINGS} more like it are not listed.`;
    expect(last).toEqual({ ...expected, message: expected?.message.replace(/\.$/, rest) });
  });
});

describe('breaks at a clock change', () => {
  const atGap = (count: number): readonly BreakInput[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `p${String(index).padStart(5, '0')}`,
      start: '2026-03-29T02:30',
      end: '2026-03-29T03:30',
    }));
  const asked: Asked = { from: '2026-03-29' };

  test.each([
    [MAX_FINDINGS, /want\.$/],
    [MAX_FINDINGS + 1, /want; 1 more like it is not listed\.$/],
    [MAX_FINDINGS + 2, /want; 2 more like it are not listed\.$/],
  ])('%i of them', (count, message) => {
    const told = found('dst-gap', { breaks: atGap(count) }, asked);
    expect(told).toHaveLength(MAX_FINDINGS);
    expect(told.filter((each) => each.message.includes('more like it'))).toHaveLength(
      count > MAX_FINDINGS ? 1 : 0,
    );
    expect(told.at(-1)?.message).toMatch(message);
  });

  test('of each calendar and kind as many', () => {
    const both = ['a', 'b'].map((id) => calendar({ id, breaks: atGap(MAX_FINDINGS + 1) }));
    expect(foundIn('dst-gap', both, asked)).toHaveLength(2 * MAX_FINDINGS);
  });
});

test('kinds that are about a booking are told of every one', () => {
  const count = MAX_FINDINGS + 10;
  const bookings = Array.from({ length: count }, (_, index) => ({
    id: `b${index}`,
    start: at(1000 + (index % 200)),
    duration: 1,
  }));
  const codes = checked([calendar({ bookings })]).findings.map(({ code }) => code);
  expect(codes.filter((code) => code === 'booking-outside-availability')).toHaveLength(count);
});
