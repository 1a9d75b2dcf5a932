import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_BYTES } from './bytes.js';
import { describeInputError, inputFailure } from './inputError.js';
import { readDocument } from './readDocument.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slotwright-input-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const nothing = () => Readable.from([]);

async function read(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  await writeFile(file, content);
  return await readDocument({ file, stdin: nothing() }, 'all');
}

/** What a user sees, without the folder, and the exit code. */
async function failure(name: string, content: string | Uint8Array) {
  const { message, exit } = inputFailure((await read(name, content))._unsafeUnwrapErr());
  return `${exit} ${message.replaceAll(`${folder}/`, '')}`;
}

const yaml = (calendars: string) =>
  `version: 1\ntimezone: Europe/Madrid\ncalendars: ${calendars}\n`;

/** One calendar in one line, in JSON and so in YAML. */
const ONE =
  '[{"id": "c", "facilityId": "1", "doctorId": "2", "addressId": "3", "services": [{"addressServiceId": "10", "duration": 30}]}]';
const JSON_TEXT = `{"version": 1, "timezone": "Europe/Madrid", "calendars": ${ONE}}`;

const CALENDAR = `
  - id: 007
    facilityId: 12345678901234567890
    doctorId: 2
    addressId: "3"
    services: [{ addressServiceId: 10, duration: 30 }]
`;

describe('what is read', () => {
  test.each([
    ['YAML', 'a.yaml', yaml(ONE)],
    ['YAML in braces', 'a.yaml', `{ version: 1, timezone: Europe/Madrid, calendars: ${ONE} }`],
    ['YAML with a byte order mark', 'a.yaml', `\ufeff${yaml(ONE)}`],
    ['YAML with Windows line ends', 'a.yaml', yaml(ONE).replaceAll('\n', '\r\n')],
    ['JSON', 'a.json', JSON_TEXT],
    ['JSON by another name', 'a.txt', `\n${JSON_TEXT}`],
  ])('%s', async (_, name, content) => {
    expect((await read(name, content)).isOk()).toBe(true);
  });

  test('ids in YAML keep the digits that they are written with', async () => {
    const document = (await read('ids.yaml', yaml(CALENDAR)))._unsafeUnwrap();
    expect(document.calendars[0]).toMatchObject({
      id: '007',
      facilityId: '12345678901234567890',
      doctorId: '2',
      addressId: '3',
    });
  });

  test('an alias stands for what its anchor marks', async () => {
    const content = yaml(CALENDAR).replace(
      '30 }]',
      '30 }]\n    closures: &days [{ date: 2026-12-24 }]',
    );
    const document = (await read('a.yaml', `${content}closures: *days\n`))._unsafeUnwrap();
    expect(document.calendars[0]?.closures).toHaveLength(2);
  });

  test('standard input', async () => {
    const stdin = Readable.from([Buffer.from(yaml('')), Buffer.from(` ${ONE}\n`)]);
    expect((await readDocument({ file: '-', stdin }, 'all')).isOk()).toBe(true);
  });
});

describe('what cannot be read ends with 1', () => {
  const at = async (file: string) => {
    const { message, exit } = inputFailure(
      (await readDocument({ file, stdin: nothing() }, 'all'))._unsafeUnwrapErr(),
    );
    return `${exit} ${message.replaceAll(`${folder}/`, '')}`;
  };

  test('a missing file', async () => {
    expect(await at(join(folder, 'none.yaml'))).toBe('1 none.yaml: there is no such file.');
  });

  test('a folder', async () => {
    await mkdir(join(folder, 'sub'));
    expect(await at(join(folder, 'sub'))).toBe(
      '1 sub: this is a folder; name a file in it, or "-" for standard input.',
    );
  });

  test('a name that no file can have', async () => {
    expect(await at('a\0b')).toMatch(/^1 .*cannot be read \(ERR_INVALID_ARG_VALUE\)\.$/);
  });

  test('a file over 64 MiB', async () => {
    const file = await open(join(folder, 'big.json'), 'w');
    await file.truncate(MAX_BYTES + 1);
    await file.close();
    expect(await at(join(folder, 'big.json'))).toBe(
      '1 big.json: larger than 64 MiB, the most that is read.',
    );
  });

  test('standard input over 64 MiB is not read to its end', async () => {
    let chunks = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          chunks += 1;
          yield Buffer.alloc(1 << 20, 32);
        }
      })(),
    );
    const error = (await readDocument({ file: '-', stdin: endless }, 'all'))._unsafeUnwrapErr();
    expect(describeInputError(error)).toBe('<stdin>: larger than 64 MiB, the most that is read.');
    expect(chunks).toBeLessThan(100);
  });

  test('standard input that breaks', async () => {
    const stdin = new Readable({
      read() {
        this.destroy(Object.assign(new Error('gone'), { code: 'EIO' }));
      },
    });
    const error = (await readDocument({ file: '-', stdin }, 'all'))._unsafeUnwrapErr();
    expect(inputFailure(error)).toEqual({ exit: 1, message: '<stdin>: cannot be read (EIO).' });
  });
});

const utf16 = Buffer.from('\ufeffversion: 1', 'utf16le');

describe('what is no document ends with 3, on one line', () => {
  test.each([
    [
      'UTF-16',
      'a.yaml',
      utf16,
      'a.yaml: this is UTF-16 text; save the file with the encoding UTF-8.',
    ],
    [
      'UTF-16 without a mark',
      'a.yaml',
      utf16.subarray(2),
      'a.yaml: this is UTF-16 text; save the file with the encoding UTF-8.',
    ],
    [
      'Latin-1',
      'a.yaml',
      Buffer.from('# año', 'latin1'),
      'a.yaml: not UTF-8 text; save the file with the encoding UTF-8.',
    ],
    ['NUL', 'a.yaml', 'version: 1\nx: \0', 'a.yaml:2:4: a NUL character; this is no text file.'],
    [
      'nothing',
      'a.yaml',
      '',
      'a.yaml: empty; expected a clinic document, which starts with "version: 1".',
    ],
    [
      'comments',
      'a.yaml',
      '# later\n',
      'a.yaml: empty; expected a clinic document, which starts with "version: 1".',
    ],
    [
      'two documents',
      'a.yaml',
      'a: 1\n---\nb: 2',
      'a.yaml:2:1: no valid YAML: a second document starts here.',
    ],
    [
      'a key twice',
      'a.yaml',
      'version: 1\nversion: 1',
      'a.yaml:2:1: no valid YAML: a key is given twice.',
    ],
    [
      'a key twice in JSON',
      'a.json',
      '{"a": 1,\n "\\u0061": 1}',
      'a.json:2:2: no valid JSON: a key is given twice.',
    ],
    [
      'an unknown tag',
      'a.yaml',
      'version: !patient 1',
      'a.yaml:1:10: no valid YAML: clinic documents have no tags.',
    ],
    [
      'a tag that runs code elsewhere',
      'a.yaml',
      '- !!js/function x',
      'a.yaml:1:3: no valid YAML: clinic documents have no tags.',
    ],
    [
      'an alias to nothing',
      'a.yaml',
      'a: *b',
      'a.yaml:1:4: no valid YAML: the alias has no anchor before it.',
    ],
    [
      'an alias to itself',
      'a.yaml',
      'a: &b [*b]',
      'a.yaml:1:8: no valid YAML: the alias has no anchor before it.',
    ],
    [
      'a key that is a list',
      'a.yaml',
      '? [1, 2]\n: 3',
      'a.yaml:1:3: no valid YAML: a key that is no text.',
    ],
    [
      'a tab',
      'a.yaml',
      'a:\n\tb: 1',
      'a.yaml:2:1: no valid YAML: Tabs are not allowed as indentation.',
    ],
    ['an open quote', 'a.yaml', 'a: "b\n', 'a.yaml:2:1: no valid YAML: Missing closing "quote.'],
    [
      'an unknown directive',
      'a.yaml',
      '%FOO x\n---\nversion: 1',
      'a.yaml:1:1: no valid YAML: Unknown directive %FOO.',
    ],
    [
      'a comma too many',
      'a.json',
      '{"version": 1,}',
      'a.json:1:15: no valid JSON: expected a key in double quotes.',
    ],
    [
      'an end too early',
      'a.json',
      '{"version": [1',
      'a.json:1:15: no valid JSON: expected a comma or the end of the array.',
    ],
    ['a comment in JSON', 'a.json', '// x\n{}', 'a.json:1:1: no valid JSON: expected a value.'],
    [
      'two values in JSON',
      'a.json',
      '{} {}',
      'a.json:1:4: no valid JSON: something follows the end of the document.',
    ],
    [
      'a text that is YAML',
      'a.yaml',
      'hello',
      'a.yaml:1:1: Expected a clinic document with version, timezone and calendars, found "hello".',
    ],
  ])('%s', async (_, name, content, expected) => {
    expect(await failure(name, content)).toBe(`3 ${expected}`);
  });

  test('a syntax error does not quote the document', async () => {
    expect(await failure('a.yaml', 'a: [1]\n"Ana Díaz"] x')).not.toContain('Ana');
    expect(await failure('a.json', '{"a": Ana}')).not.toContain('Ana');
  });
});

const SPOILT = `${CALENDAR}    schedules:
      - id: s
        start: 2026-10-05T09:00
        end: 2026-10-05T08:00
        insurence: { accepted: with-insurance-only }
        rrule:
    breaks:
      - { id: b, start: 2026-10-05T09:00 }
  - 5
`;

const PLACES = [
  'a.yaml:12:14 calendars[0].schedules[0].end: The end is not after the start; expected an end after the start.',
  'a.yaml:13:9 calendars[0].schedules[0].insurence: Unknown key "insurence"; did you mean "insurance"?',
  'a.yaml:14:9 calendars[0].schedules[0].rrule: Expected a recurrence rule such as FREQ=WEEKLY;BYDAY=MO, found null.',
  'a.yaml:16:9 calendars[0].breaks[0].end: Required and missing; expected a time such as 2026-10-05T14:00.',
  'a.yaml:17:5 calendars[1]: Expected a calendar with id, facilityId, doctorId, addressId and services, found 5.',
];

describe('mistakes in a document', () => {
  test('each has its line and column in YAML', async () => {
    expect(await failure('a.yaml', yaml(SPOILT))).toBe(`3 ${PLACES.join('\n')}`);
  });

  test('each has its line and column in JSON', async () => {
    const json = `{"version": 1, "x": [{"y": [1, {"z": "}"}]}],
  "timezone": "Europe/Madrid",
  "__proto__": {},
  "calendars": [{"id": ""},
    null]}`;
    const lines = (await failure('a.json', json)).split('\n').map((line) => line.split(': ')[0]);
    expect(lines).toEqual([
      '3 a.json:1:16 x',
      'a.json:3:3 __proto__',
      'a.json:4:17 calendars[0].facilityId',
      'a.json:4:17 calendars[0].doctorId',
      'a.json:4:17 calendars[0].addressId',
      'a.json:4:17 calendars[0].services',
      'a.json:4:24 calendars[0].id',
      'a.json:5:5 calendars[1]',
    ]);
  });

  test('__proto__ and merge keys are unknown keys in YAML', async () => {
    const content = `${yaml(ONE)}__proto__: { a: 1 }\n<<: { b: 1 }\n`;
    const lines = (await failure('a.yaml', content)).split('\n').map((line) => line.split(': ')[0]);
    expect(lines).toEqual(['3 a.yaml:4:1 __proto__', 'a.yaml:5:1 ["<<"]']);
  });

  test('a mistake within an alias is shown where its anchor is', async () => {
    const content = `${yaml(ONE)}closures:\n  - &a { date: 2026-99-99 }\n  - *a\n`;
    const lines = (await failure('a.yaml', content)).split('\n').map((line) => line.split(': ')[0]);
    expect(lines).toEqual(['3 a.yaml:5:16 closures[0].date', 'a.yaml:5:16 closures[1].date']);
  });

  test('those that are not listed have no place', async () => {
    const calendars = `[${'5, '.repeat(1500)}]`;
    const lines = (await failure('a.yaml', yaml(calendars))).split('\n');
    expect(lines.at(-1)).toBe('a.yaml: 500 more errors are not listed.');
  });
});
