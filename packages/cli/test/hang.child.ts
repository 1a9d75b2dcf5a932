import { parseDocument } from '@slotwright/engine';
import { inputFailure } from '../src/input/inputError.js';
import { readDocument } from '../src/input/readDocument.js';

/** Run in a process of its own: reads a file, or parses a value that no file can hold, and says what came. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  cyclic: () => {
    const calendars: unknown[] = [];
    const document = { version: 1, timezone: 'Europe/Madrid', calendars };
    calendars.push(document, calendars);
    return document;
  },
  endless: () =>
    new Proxy([], { get: (_, key) => (key === 'length' ? Number.MAX_SAFE_INTEGER : undefined) }),
  'endless calendars': () => ({ version: 1, timezone: 'UTC', calendars: new Array(2 ** 32 - 1) }),
};

const [name = '', file = ''] = process.argv.slice(2);
const value = VALUES[name];
if (value !== undefined) {
  const paths = parseDocument(value()).match(
    () => ['valid'],
    (errors) => errors.map(({ path }) => path),
  );
  process.stdout.write(paths.join('\n'));
} else {
  const read = await readDocument({ file, stdin: process.stdin }, 'all');
  process.stdout.write(
    read.match(
      () => 'valid',
      (error) => inputFailure(error).message.replaceAll(file, 'F'),
    ),
  );
}
