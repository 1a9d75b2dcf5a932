import { AT, clinic, type Nonsense, withCalendar } from '../sample.js';

const accept = (...items: unknown[]) => withCalendar({ accept: items });
const first = `${AT.calendar}.accept[0]`;
const seen = { code: 'booking-off-grid', reason: 'seen' };
const place = { facilityId: '1', doctorId: '2', addressId: '9' };

/** Accepted findings and retired calendars. */
export const ACCEPT: readonly Nonsense[] = [
  ['accept that is no list', withCalendar({ accept: seen }), `${AT.calendar}.accept`],
  ['accept of a document that is no list', clinic({ accept: 'all' }), 'accept'],
  ['accept by code only', accept('booking-off-grid'), first],
  ['accept of nothing', accept({}), `${first}.code`, `${first}.reason`],
  ['accept without a reason', accept({ code: 'booking-off-grid' }), `${first}.reason`],
  ['accept with an empty reason', accept({ ...seen, reason: '' }), `${first}.reason`],
  ['accept of no code', accept({ ...seen, code: 'booking-of-grid' }), `${first}.code`],
  ['accept of a code in capitals', accept({ ...seen, code: 'BOOKING-OFF-GRID' }), `${first}.code`],
  ['accept of a number', accept({ ...seen, code: 5 }), `${first}.code`],
  ['accept of a key of every object', accept({ ...seen, code: 'toString' }), `${first}.code`],
  ['accept of accepts', accept({ ...seen, code: 'accept-without-effect' }), `${first}.code`],
  ['accept of an error', accept({ ...seen, code: 'booking-overlap' }), `${first}.ids`],
  [
    'accept of an error of nobody',
    accept({ ...seen, code: 'booking-overlap', ids: [] }),
    `${first}.ids`,
  ],
  [
    'accept of an error with a misspelled key',
    accept({ ...seen, code: 'booking-overlap', id: ['k'] }),
    `${first}.id`,
  ],
  [
    'accept of an error of an empty id',
    accept({ ...seen, code: 'booking-overlap', ids: [''] }),
    `${first}.ids[0]`,
  ],
  ['ids that are no list', accept({ ...seen, ids: 'k' }), `${first}.ids`],
  ['ids of objects', accept({ ...seen, ids: ['k', {}] }), `${first}.ids[1]`],
  ['accept until a time', accept({ ...seen, until: '2026-12-31T00:00' }), `${first}.until`],
  ['accept until no date', accept({ ...seen, until: '2026-06-31' }), `${first}.until`],
  ['accept with a patient', accept({ ...seen, patient: 'Ana' }), `${first}.patient`],
  ['too many accepts', withCalendar({ accept: new Array(10_001) }), `${AT.calendar}.accept`],
  ['no calendars', clinic({ calendars: [] }), 'calendars'],
  ['no calendars and none retired', clinic({ calendars: [], retired: [] }), 'calendars'],
  [
    'no calendars and one retired badly',
    clinic({ calendars: [], retired: [{ ...place, addressId: '' }] }),
    'retired[0].addressId',
  ],
  ['no calendars and retired misspelled', clinic({ calendars: [], retried: [place] }), 'retried'],
  ['retired that is no list', clinic({ retired: place }), 'retired'],
  ['retired by an id', clinic({ retired: ['c'] }), 'retired[0]'],
  [
    'retired without an address',
    clinic({ retired: [{ ...place, addressId: undefined }] }),
    'retired[0].addressId',
  ],
  ['retired with a name', clinic({ retired: [{ ...place, name: 'x' }] }), 'retired[0].name'],
  [
    'one place retired twice',
    clinic({ retired: [place, { ...place, doctorId: 2 }] }),
    'retired[1]',
  ],
  [
    'a place retired that is in use',
    clinic({ retired: [{ ...place, addressId: 3 }] }),
    'retired[0]',
  ],
  ['too many retired', clinic({ retired: new Array(10_001) }), 'retired'],
];
