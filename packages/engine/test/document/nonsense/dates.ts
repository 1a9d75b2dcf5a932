import { AT, type Nonsense, withCalendar, withClosure } from '../sample.js';

const overrides = (...items: unknown[]) => withCalendar({ overrides: items });
const monthly = { date: '2026-10-05', rrule: 'FREQ=MONTHLY;BYDAY=1MO' };
const closed = (dates: object) => ({ ...dates, windows: [] });
const second = `${AT.calendar}.overrides[1]`;

/** Closures and overrides: dates, ranges of dates, and dates that recur. */
export const DATES: readonly Nonsense[] = [
  ['a closure as text', withClosure('2026-12-24'), AT.closure],
  ['a closure of nothing', withClosure({}), AT.closure],
  ['a closure with a reason only', withClosure({ reason: 'x' }), AT.closure],
  ['a closure without an end', withClosure({ from: '2026-12-24' }), `${AT.closure}.through`],
  ['a closure without a start', withClosure({ through: '2026-12-24' }), `${AT.closure}.from`],
  [
    'a closure with a misspelled end',
    withClosure({ from: '2026-12-24', trough: '2026-12-26' }),
    `${AT.closure}.trough`,
  ],
  ['a closure in two forms', withClosure({ date: '2026-12-24', from: '2026-12-24' }), AT.closure],
  [
    'a closure reversed',
    withClosure({ from: '2026-12-24', through: '2026-12-23' }),
    `${AT.closure}.through`,
  ],
  ['a closure on no date', withClosure({ date: '2026-02-29' }), `${AT.closure}.date`],
  [
    'a closure with a broken start',
    withClosure({ from: 'x', through: '2026-12-23' }),
    `${AT.closure}.from`,
  ],
  ['an override without windows', overrides({ date: '2026-11-03' }), `${AT.override}.windows`],
  ['an override on no date', overrides({ date: '2026-11-31', windows: [] }), `${AT.override}.date`],
  [
    'an override with a time',
    overrides({ date: '2026-11-03T09:00', windows: [] }),
    `${AT.override}.date`,
  ],
  [
    'an override twice',
    overrides({ date: '2026-11-03', windows: [] }, { date: '2026-11-03', windows: [] }),
    `${AT.calendar}.overrides[1].date`,
  ],
  [
    'a closure through no date',
    withClosure({ from: '2026-02-01', through: '2026-02-30' }),
    `${AT.closure}.through`,
  ],
  [
    'a closure that says rule',
    withClosure({ date: '2026-10-05', rule: 'FREQ=DAILY' }),
    `${AT.closure}.rule`,
  ],
  [
    'a closure by no rule',
    withClosure({ ...monthly, rrule: 'FREQ=HOURLY' }),
    `${AT.closure}.rrule`,
  ],
  [
    'a closure by a rule that never matches',
    withClosure({ ...monthly, rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }),
    `${AT.closure}.rrule`,
  ],
  ['a closure with a rule and no date', withClosure({ rrule: 'FREQ=DAILY' }), AT.closure],
  [
    'a range that recurs',
    withClosure({ from: '2026-10-05', through: '2026-10-06', rrule: 'FREQ=YEARLY' }),
    AT.closure,
  ],
  [
    'a range with more dates',
    withClosure({ from: '2026-10-05', through: '2026-10-06', rdates: ['2026-11-01'] }),
    AT.closure,
  ],
  [
    'a range that recurs by no rule',
    withClosure({ from: '2026-10-05', through: '2026-10-06', rrule: 'x' }),
    AT.closure,
    `${AT.closure}.rrule`,
  ],
  [
    'a half range that recurs',
    withClosure({ from: '2026-10-05', rrule: 'FREQ=YEARLY' }),
    `${AT.closure}.through`,
  ],
  [
    'an exdate of a closure with a time',
    withClosure({ ...monthly, exdates: ['2026-11-02T00:00'] }),
    `${AT.closure}.exdates[0]`,
  ],
  [
    'an rdate of a closure on no date',
    withClosure({ ...monthly, rdates: ['2026-11-02', '2026-11-31'] }),
    `${AT.closure}.rdates[1]`,
  ],
  [
    'too many exdates of a closure',
    withClosure({ ...monthly, exdates: new Array(10_001).fill('2026-11-02') }),
    `${AT.closure}.exdates`,
  ],
  ['too many closures', withCalendar({ closures: new Array(1_001) }), `${AT.calendar}.closures`],
  ['too many overrides', withCalendar({ overrides: new Array(5_001) }), `${AT.calendar}.overrides`],
  ['an override of no date', overrides(closed({})), AT.override],
  [
    'an override in two forms',
    overrides(closed({ date: '2026-11-03', through: '2026-11-04' })),
    AT.override,
  ],
  [
    'an override without an end',
    overrides(closed({ from: '2026-11-03' })),
    `${AT.override}.through`,
  ],
  [
    'an override reversed',
    overrides(closed({ from: '2026-11-03', through: '2026-11-02' })),
    `${AT.override}.through`,
  ],
  [
    'an override that recurs',
    overrides(closed({ date: '2026-11-03', rrule: 'FREQ=DAILY' })),
    `${AT.override}.rrule`,
  ],
  [
    'an override with 101 windows',
    overrides({ date: '2026-11-03', windows: new Array(101) }),
    `${AT.override}.windows`,
  ],
  [
    'a date within an earlier range',
    overrides(
      closed({ from: '2026-11-03', through: '2026-11-05' }),
      closed({ date: '2026-11-05' }),
    ),
    `${second}.date`,
  ],
  [
    'a range over an earlier date',
    overrides(
      closed({ date: '2026-11-05' }),
      closed({ from: '2026-11-03', through: '2026-11-05' }),
    ),
    `${second}.from`,
  ],
  [
    'a range over two earlier ones',
    overrides(
      closed({ date: '2026-11-03' }),
      closed({ date: '2026-11-05' }),
      closed({ from: '2026-11-01', through: '2026-11-09' }),
    ),
    `${AT.calendar}.overrides[2].from`,
  ],
  [
    'a chain of ranges, each of which meets the one before',
    overrides(
      closed({ from: '2026-11-01', through: '2026-11-03' }),
      closed({ from: '2026-11-03', through: '2026-11-05' }),
      closed({ from: '2026-11-05', through: '2026-11-07' }),
    ),
    `${second}.from`,
    `${AT.calendar}.overrides[2].from`,
  ],
];
