import { AT, type Nonsense, withBreak, withSchedule } from '../sample.js';

const invalid = [
  '',
  'weekly',
  'RRULE:FREQ=DAILY',
  'FREQ=',
  'FREQ=HOURLY',
  'FREQ=SECONDLY',
  'FREQ=FORTNIGHTLY',
  'BYDAY=MO',
  'FREQ=DAILY;',
  ';FREQ=DAILY',
  'FREQ=DAILY;;COUNT=2',
  'FREQ=DAILY;FREQ=WEEKLY',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=-1',
  'FREQ=DAILY;INTERVAL=1.5',
  'FREQ=DAILY;INTERVAL=x',
  'FREQ=DAILY;INTERVAL=1e9',
  'FREQ=DAILY;INTERVAL=99999999999999999999',
  'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;COUNT=-1',
  'FREQ=DAILY;COUNT=2;UNTIL=20261231',
  'FREQ=DAILY;UNTIL=2026-12-31',
  'FREQ=DAILY;UNTIL=20261332',
  'FREQ=DAILY;UNTIL=never',
  'FREQ=WEEKLY;WKST=XX',
  'FREQ=WEEKLY;WKST=1MO',
  'FREQ=WEEKLY;BYDAY=',
  'FREQ=WEEKLY;BYDAY=MON',
  'FREQ=WEEKLY;BYDAY=MO,,TU',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=DAILY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=MONTHLY;BYDAY=0MO',
  'FREQ=YEARLY;BYMONTH=13',
  'FREQ=YEARLY;BYMONTH=0',
  'FREQ=YEARLY;BYMONTH=-1',
  'FREQ=MONTHLY;BYMONTHDAY=32',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=MONTHLY;BYMONTHDAY=-32',
  'FREQ=WEEKLY;BYMONTHDAY=1',
  'FREQ=YEARLY;BYYEARDAY=367',
  'FREQ=MONTHLY;BYYEARDAY=1',
  'FREQ=YEARLY;BYWEEKNO=54',
  'FREQ=WEEKLY;BYWEEKNO=1',
  'FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO',
  'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367',
  'FREQ=DAILY;BYHOUR=9',
  'FREQ=DAILY;BYMINUTE=30',
  'FREQ=DAILY;BYSECOND=0',
  'FREQ=DAILY;BYEASTER=0',
  'FREQ=DAILY;X-FOO=1',
  'FREQ=DAILY COUNT=2',
  'FREQ=DAILY\nCOUNT=2',
  `FREQ=DAILY;BYMONTH=${'1,'.repeat(3000)}1`,
];

const barren = [
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
  'FREQ=MONTHLY;INTERVAL=12;BYMONTH=4',
  'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6',
  'FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31',
  'FREQ=YEARLY;BYYEARDAY=60;BYMONTH=5',
];

const notTexts = [5, null, ['FREQ=DAILY'], { freq: 'DAILY' }, true];

/** Rules that are none, and rules that never match. */
export const RULES: readonly Nonsense[] = [
  ...invalid.map(
    (rrule): Nonsense => [
      `rule "${rrule.slice(0, 50)}"`,
      withSchedule({ rrule }),
      `${AT.schedule}.rrule`,
    ],
  ),
  ...barren.map(
    (rrule): Nonsense => [`barren "${rrule}"`, withSchedule({ rrule }), `${AT.schedule}.rrule`],
  ),
  ...notTexts.map(
    (rrule): Nonsense => [
      `rule ${JSON.stringify(rrule)}`,
      withBreak({ rrule }),
      `${AT.break}.rrule`,
    ],
  ),
];
