import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPacked, type Scratch } from './scratch.js';

const CLINIC = {
  version: 1,
  timezone: 'Europe/Madrid',
  calendars: [
    {
      id: 'centro',
      facilityId: '1',
      doctorId: '2',
      addressId: '3',
      services: [{ addressServiceId: '7', duration: 30 }],
      schedules: [
        {
          id: 'sunday',
          start: '2026-10-18T01:30',
          end: '2026-10-18T03:30',
          rrule: 'FREQ=MONTHLY;BYDAY=-1SU',
        },
      ],
      bookings: [{ id: 'b1', start: '2026-10-25T02:30+01:00', duration: 30 }],
    },
  ],
};
/** The last Sunday of October has an hour twice, and the booking is in its second half. */
const SLOTS = [
  '2026-10-25T01:30:00+02:00',
  '2026-10-25T02:00:00+02:00',
  '2026-10-25T02:30:00+02:00',
  '2026-10-25T02:00:00+01:00',
  '2026-10-25T03:00:00+01:00',
];
const PROGRAM = `
const document = parseDocument(${JSON.stringify(CLINIC)})._unsafeUnwrap();
const horizon = parseHorizon('2026-10-25', '2026-10-25')._unsafeUnwrap();
const now = parseInstant('2026-10-01T08:00:00Z')._unsafeUnwrap();
const [calendar] = document.calendars;
const iso = instantFormatter(zoneOf(calendar.timezone));
console.log(JSON.stringify(computeCalendar(calendar, horizon, now).slots.map(({ start }) => iso(start))));
`;
const NAMES =
  '{ computeCalendar, instantFormatter, parseDocument, parseHorizon, parseInstant, zoneOf }';
const SAMPLES = `
const documents = fc.sample(clinicDocument(), { numRuns: 5, seed: 1 });
console.log(JSON.stringify(documents.map((input) => parseDocument(input).isOk())));
`;
const ALL_VALID = [true, true, true, true, true];

let scratch: Scratch;
beforeAll(() => {
  scratch = installPacked('engine', 'fast-check@4.10.2');
}, 180_000);
afterAll(() => scratch.remove());

describe('the packed engine on Node', () => {
  test('as an ECMAScript module', () => {
    const program = `import ${NAMES} from '@slotwright/engine';${PROGRAM}`;
    expect(scratch.node(program, '--input-type=module')).toEqual(SLOTS);
  });

  test('as CommonJS', () => {
    const program = `const ${NAMES} = require('@slotwright/engine');${PROGRAM}`;
    expect(scratch.node(program, '--input-type=commonjs')).toEqual(SLOTS);
  });

  test('its testing half, with fast-check, as an ECMAScript module', () => {
    const program = `import * as fc from 'fast-check';
      import { parseDocument } from '@slotwright/engine';
      import { clinicDocument } from '@slotwright/engine/testing';${SAMPLES}`;
    expect(scratch.node(program, '--input-type=module')).toEqual(ALL_VALID);
  });

  test('its testing half, with fast-check, as CommonJS', () => {
    const program = `const fc = require('fast-check');
      const { parseDocument } = require('@slotwright/engine');
      const { clinicDocument } = require('@slotwright/engine/testing');${SAMPLES}`;
    expect(scratch.node(program, '--input-type=commonjs')).toEqual(ALL_VALID);
  });

  test('nothing else of it can be imported', () => {
    const program = `import('@slotwright/engine/dist/index.js').then(
      () => console.log('"imported"'), ({ code }) => console.log(JSON.stringify(code)));`;
    expect(scratch.node(program, '--input-type=module')).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('the types of the packed engine', () => {
  const OPTIONS = [
    '--noEmit',
    '--strict',
    '--target',
    'es2023',
    '--module',
    'node16',
    '--skipLibCheck',
  ];
  const BODY = `
    const result = parseDocument({});
    const errors: readonly DocumentError[] = result.isErr() ? result.error : [];
    const minutes: readonly number[] = fc.sample(windowLength());
    export const told: readonly string[] = [...errors.map(describeDocumentError), String(minutes)];
  `;

  test('hold for both kinds of modules, and are no any', () => {
    const imports = `import * as fc from 'fast-check';
      import { type DocumentError, describeDocumentError, parseDocument } from '@slotwright/engine';
      import { windowLength } from '@slotwright/engine/testing';`;
    for (const kind of ['mts', 'cts']) {
      scratch.write(`right.${kind}`, imports + BODY);
      scratch.write(`wrong.${kind}`, `${imports}${BODY}\nexport const no: number = windowLength;`);
    }
    const complaints = scratch.tsc(...OPTIONS, 'right.mts', 'wrong.mts', 'right.cts', 'wrong.cts');
    expect(
      complaints
        .split('\n')
        .filter((line) => line.includes('error'))
        .sort(),
    ).toEqual([
      expect.stringMatching(/^wrong\.cts.* TS2322/),
      expect.stringMatching(/^wrong\.mts.* TS2322/),
    ]);
  });
});
