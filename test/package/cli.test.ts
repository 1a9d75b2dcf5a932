import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPacked, type Scratch } from './scratch.js';

const COMMAND = 'node_modules/@slotwright/cli/dist/main.js';
const CLINIC = JSON.stringify({
  version: 1,
  timezone: 'Europe/Madrid',
  calendars: [
    {
      id: 'centro',
      facilityId: '1',
      doctorId: '2',
      addressId: '3',
      services: [{ addressServiceId: '7', duration: 30 }],
      schedules: [{ id: 'monday', start: '2026-10-05T09:00', end: '2026-10-05T10:00' }],
    },
  ],
});
const MONDAY = ['--from', '2026-10-05', '--through', '2026-10-05', '--now', '2026-10-01T08:00:00Z'];

let scratch: Scratch;
beforeAll(() => {
  scratch = installPacked('cli');
}, 180_000);
afterAll(() => scratch.remove());

describe('the packed command line on Node', () => {
  test('previews a document', () => {
    expect(scratch.node(CLINIC, COMMAND, 'preview', ...MONDAY, '--format', 'json')).toMatchObject({
      calendars: [{ days: [{ slots: [{}, {}] }] }],
    });
  });

  test('prints its schema', () => {
    const program = `
      const { execFileSync } = require('node:child_process');
      console.log(String(execFileSync(process.execPath, ['${COMMAND}', 'schema'])));`;
    expect(scratch.node(program, '--input-type=commonjs')).toMatchObject({
      properties: { bookingsFrom: {} },
    });
  });

  test('brings no other package, and the licences of those that are in it', () => {
    const program = `
      const { readdirSync, readFileSync } = require('node:fs');
      const notices = readFileSync('node_modules/@slotwright/cli/dist/LICENSES.txt', 'utf8');
      const named = ['commander', 'hono', 'luxon', 'neverthrow', 'yaml', 'zod'].filter((name) =>
        notices.includes('\\n' + name + ' ') || notices.startsWith(name + ' '));
      console.log(JSON.stringify([readdirSync('node_modules/@slotwright'), readdirSync('node_modules').filter((name) => !name.startsWith('.')), named]));`;
    expect(scratch.node(program, '--input-type=commonjs')).toEqual([
      ['cli'],
      ['@slotwright'],
      ['commander', 'hono', 'luxon', 'neverthrow', 'yaml', 'zod'],
    ]);
  });
});
