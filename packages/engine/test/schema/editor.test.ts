import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { documentJsonSchema } from '../../src/index.js';

/** The language server of editors, with our schema for every file and no network. */
const server = getLanguageService({
  schemaRequestService: () => Promise.resolve(JSON.stringify(documentJsonSchema())),
  workspaceContext: { resolveRelativePath: (path) => path },
});
server.configure({
  validate: true,
  schemas: [{ uri: 'file:///clinic.schema.json', fileMatch: ['*.yaml'] }],
});

/** The server remembers what it has read in a version of a file. */
let version = 0;

/** `3: String does not match …`: the line, counted from 1, and what the editor says of it. */
async function diagnostics(text: string): Promise<readonly string[]> {
  version += 1;
  const document = TextDocument.create('file:///clinic.yaml', 'yaml', version, text);
  const found = await server.doValidation(document, false);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith('.yaml'));

const FULL = `version: 1
timezone: Europe/Madrid
closures:
  - { date: 2026-10-12, reason: Fiesta Nacional }
  - { from: 2026-12-24, through: 2026-12-26 }
  - { date: 2026-10-05, rrule: FREQ=MONTHLY;BYDAY=1MO, exdates: [2027-01-04] }
accept:
  - { code: booking-outside-availability, ids: [b7], reason: emergency, until: 2026-12-31 }
retired:
  - { facilityId: "111", doctorId: "222", addressId: 330 }
calendars:
  - id: lopez-centro
    facilityId: "111"
    doctorId: "222"
    addressId: "333"
    services:
      - { id: first, addressServiceId: "12345", name: First visit, duration: 30 }
      - { addressServiceId: 67890, duration: 20, bufferAfter: 5 }
    schedules:
      - id: mornings
        start: 2026-10-05T09:00
        end: 2026-10-05T14:00
        rrule: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
        exdates: [2026-11-02, 2026-11-03T09:00]
        services: [first, { service: 67890, duration: 25 }]
        insurance: { accepted: with-insurance-only, providers: [52], plans: [7] }
    overrides:
      - { date: 2026-11-03, windows: [{ start: "10:00", end: "24:00", services: [first] }] }
      - { from: 2026-11-04, through: 2026-11-05, windows: [] }
    breaks:
      - { id: congress, start: 2026-11-10T13:00+01:00, end: 2026-11-12T09:00Z, publish: break }
    bookings:
      - { id: b1, start: 2026-11-10T09:30, duration: 30, service: first }
`;

describe('no complaint', () => {
  test('about a document with everything', async () => {
    expect(await diagnostics(FULL)).toEqual([]);
  });

  test('there are examples', () => {
    expect(examples.length).toBeGreaterThan(2);
  });

  test.each(examples)('about %s', async (name) => {
    expect(await diagnostics(readFileSync(EXAMPLES + name, 'utf8'))).toEqual([]);
  });
});

test.each([
  ['zone', 'timezone: Europe/Madrid', 'timezone: CET+1', 2],
  ['date', 'date: 2026-10-12', 'date: 12.10.2026', 4],
  ['form', 'through: 2026-12-26', 'date: 2026-12-26', 5],
  ['rule', 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=HOURLY', 6],
  ['code', 'code: booking-outside-availability', 'code: booking-outside', 8],
  ['key', 'duration: 30 }', 'duration: 30, patient: Ana }', 17],
  ['time', 'end: 2026-10-05T14:00', 'end: 30.11.2026 09:00', 22],
  ['offer', 'service: 67890, ', 'servise: 67890, ', 25],
  ['time of day', '"24:00"', '"24:30"', 28],
  ['booking', 'duration: 30, service', 'service', 33],
])('a wrong %s is marked in its line', async (_, right, wrong, line) => {
  const found = await diagnostics(FULL.replace(right, wrong));
  expect(found.length).toBeGreaterThan(0);
  for (const message of found) expect(message).toMatch(new RegExp(`^${line}: `));
});
