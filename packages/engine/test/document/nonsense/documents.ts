import { AT, calendar, clinic, type Nonsense, withCalendar } from '../sample.js';

const proto: unknown = JSON.parse('{"__proto__": {"version": 1}, "constructor": 1, "toString": 2}');
const cyclic = { version: 1, timezone: 'Europe/Madrid', calendars: [] as unknown[] };
cyclic.calendars.push(cyclic);
const all = ['version', 'timezone', 'calendars'];
const calendarKeys = ['id', 'facilityId', 'doctorId', 'addressId', 'services'];
const within = (path: string, keys: readonly string[]) => keys.map((key) => `${path}.${key}`);
const throwing = {
  get version(): number {
    throw new Error('never read');
  },
};
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

/** What is no document, no calendar or no list at all. */
export const DOCUMENTS: readonly Nonsense[] = [
  ['nothing', undefined, ''],
  ['null', null, ''],
  ['text', 'version: 1', ''],
  ['a number', 7, ''],
  ['not a number', Number.NaN, ''],
  ['a list', [], ''],
  ['a date', new Date(0), ''],
  ['a map', new Map([['version', 1]]), ''],
  ['a function', () => clinic(), ''],
  ['a symbol', Symbol('clinic'), ''],
  ['a bigint', 1n, ''],
  ['an object of a class', new (class Clinic {})(), ''],
  ['a getter that throws', throwing, ''],
  ['a revoked proxy', revoked, ''],
  ['an empty object', {}, ...all],
  ['__proto__ and constructor as keys', proto, ...all, '__proto__', 'constructor', 'toString'],
  [
    'a document within itself',
    cyclic,
    ...within(AT.calendar, calendarKeys),
    ...within(AT.calendar, ['version', 'calendars']),
  ],
  ['version missing', clinic({ version: undefined }), 'version'],
  ['version 2', clinic({ version: 2 }), 'version'],
  ['version as text', clinic({ version: '1' }), 'version'],
  ['timezone missing', clinic({ timezone: undefined }), 'timezone'],
  ['timezone null', clinic({ timezone: null }), 'timezone'],
  ['timezone local', clinic({ timezone: 'local' }), 'timezone'],
  ['timezone system', clinic({ timezone: 'system' }), 'timezone'],
  ['timezone UTC+2', clinic({ timezone: 'UTC+2' }), 'timezone'],
  ['timezone +02:00', clinic({ timezone: '+02:00' }), 'timezone'],
  ['timezone EST', clinic({ timezone: 'EST' }), 'timezone'],
  ['timezone in the wrong case', clinic({ timezone: 'europe/madrid' }), 'timezone'],
  ['timezone misspelled', clinic({ timezone: 'Europe/Madird' }), 'timezone'],
  ['timezone empty', clinic({ timezone: '' }), 'timezone'],
  [
    'a calendar with a zone that is none',
    withCalendar({ timezone: 'Mars/Base' }),
    `${AT.calendar}.timezone`,
  ],
  ['calendars missing', clinic({ calendars: undefined }), 'calendars'],
  ['calendars null', clinic({ calendars: null }), 'calendars'],
  ['calendars by name', clinic({ calendars: { a: {} } }), 'calendars'],
  ['too many calendars', clinic({ calendars: new Array(10_001) }), 'calendars'],
  ['a list of four billion calendars', clinic({ calendars: new Array(2 ** 32 - 1) }), 'calendars'],
  ['a calendar that is null', clinic({ calendars: [null] }), AT.calendar],
  ['a calendar that is a list', clinic({ calendars: [[]] }), AT.calendar],
  ['a hole in the calendars', clinic({ calendars: new Array(1) }), AT.calendar],
  [
    'a calendar without anything',
    clinic({ calendars: [{}] }),
    ...within(AT.calendar, calendarKeys),
  ],
  ['an unknown key', clinic({ colour: 'red' }), 'colour'],
  [
    'a misspelled required key',
    clinic({ timezone: undefined, timezon: 'Europe/Madrid' }),
    'timezon',
  ],
  ['a misspelled list', clinic({ calendars: undefined, calenders: [] }), 'calenders'],
  ['a key in the wrong case', clinic({ Closures: [] }), 'Closures'],
  ['a key with spaces', withCalendar({ 'Patient: Ana': 'x' }), `${AT.calendar}["Patient: Ana"]`],
  ['an empty key', withCalendar({ '': 1 }), `${AT.calendar}[""]`],
  [
    'two calendars with one id',
    clinic({ calendars: [calendar({}), calendar({})] }),
    'calendars[1].id',
  ],
  [
    'ids 7 and "7"',
    clinic({ calendars: [calendar({ id: 7 }), calendar({ id: '7' })] }),
    'calendars[1].id',
  ],
  ['facilityId missing', withCalendar({ facilityId: undefined }), `${AT.calendar}.facilityId`],
  ['doctorId empty', withCalendar({ doctorId: '' }), `${AT.calendar}.doctorId`],
  ['addressId null', withCalendar({ addressId: null }), `${AT.calendar}.addressId`],
  ['id negative', withCalendar({ id: -1 }), `${AT.calendar}.id`],
  ['id 1.5', withCalendar({ id: 1.5 }), `${AT.calendar}.id`],
  ['id too large for a number', withCalendar({ id: 2 ** 53 }), `${AT.calendar}.id`],
  ['id infinite', withCalendar({ id: Number.POSITIVE_INFINITY }), `${AT.calendar}.id`],
  ['id true', withCalendar({ id: true }), `${AT.calendar}.id`],
  ['id too long', withCalendar({ id: 'x'.repeat(256) }), `${AT.calendar}.id`],
  ['id with a line break', withCalendar({ id: 'a\nb' }), `${AT.calendar}.id`],
  ['id with half a character', withCalendar({ id: '\ud800' }), `${AT.calendar}.id`],
  [
    'mistakes in several places',
    clinic({
      version: 3,
      calendars: [calendar({ id: '' }), null, calendar({ bookings: 1, x: 1 })],
    }),
    'version',
    'calendars[0].id',
    'calendars[1]',
    'calendars[2].bookings',
    'calendars[2].x',
  ],
];
