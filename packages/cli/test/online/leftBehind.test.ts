import { existsSync } from 'node:fs';
import { createDocplannerClient, systemPorts } from '@slotwright/adapter';
import { expect, test } from 'vitest';
import { CLINIC, DATES, openClinic, SECRET, TWO, writesOf } from './clinic.js';

type Clinic = Awaited<ReturnType<typeof openClinic>>;
const argv = (clinic: Clinic, command: string, ...more: string[]) => [
  ...[command, clinic.path('clinic.yaml'), ...DATES, '--state', clinic.path('state'), ...more],
];
const apply = (clinic: Clinic, ...more: string[]) =>
  clinic.run(argv(clinic, 'apply', '--yes', '--base-url', clinic.sandbox.url, ...more));
const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** Both calendars are published, and ruiz is gone from the document. */
async function withoutRuiz(): Promise<Clinic> {
  const clinic = await openClinic({ profile: 'lenient' }, TWO);
  expect((await apply(clinic)).exit).toBe(0);
  clinic.write('clinic.yaml', CLINIC);
  return clinic;
}

/** The starts that patients can book at the calendar that is left behind. */
async function visible({ sandbox, time }: Clinic): Promise<number> {
  const ports = { ...systemPorts, clock: time };
  const server = { baseUrl: sandbox.url };
  const secrets = { clientId: 'sandbox', clientSecret: SECRET };
  const client = (await createDocplannerClient({ server, ...secrets, ports }))._unsafeUnwrap();
  const window = { start: '2026-10-05T00:00:00+02:00', end: '2026-12-20T00:00:00+01:00' };
  const address = { facilityId: '1', doctorId: '11', addressId: '101' };
  return (await client.getSlots(address, window))._unsafeUnwrap().length;
}

test('a calendar that the document has no more stops plan and apply', async () => {
  const clinic = await withoutRuiz();
  const before = writesOf(clinic).length;
  const planned = await clinic.run(argv(clinic, 'plan'));
  expect(planned.exit).toBe(3);
  expect(plain(planned.out)).toContain(
    'The calendar 1/11/101 was published, and the document has it no more, so its slots stay bookable.',
  );
  const json = JSON.parse((await clinic.run(argv(clinic, 'plan', '--format', 'json'))).out);
  expect(json.findings).toMatchObject([
    { code: 'calendar-left-behind', severity: 'error', calendar: '1/11/101', ids: ['1/11/101'] },
  ]);
  const applied = await apply(clinic);
  expect(applied.exit).toBe(3);
  expect(plain(applied.err)).toContain('The calendar 1/11/101 was published');
  expect(writesOf(clinic)).toHaveLength(before);
  // Whoever asks for one calendar is not told of others.
  expect((await apply(clinic, '--calendar', 'lopez')).exit).toBe(0);
});

test('one that is accepted stops nothing', async () => {
  const clinic = await withoutRuiz();
  clinic.append(
    'clinic.yaml',
    'accept: [{ code: calendar-left-behind, ids: [1/11/101], reason: another system has it now }]\n',
  );
  expect((await apply(clinic)).exit).toBe(0);
  expect(await visible(clinic)).toBeGreaterThan(0);
});

test.each(['document', 'option'])(
  'one that the %s retires is cleared and forgotten',
  async (where) => {
    const clinic = await withoutRuiz();
    expect(await visible(clinic)).toBeGreaterThan(0);
    const option = where === 'option' ? ['--retire', '1/11/101'] : [];
    if (where === 'document') {
      clinic.append(
        'clinic.yaml',
        'retired: [{ facilityId: "1", doctorId: "11", addressId: "101" }]\n',
      );
    }
    const { exit, out } = await apply(clinic, ...option);
    expect(exit).toBe(0);
    expect(out).toContain('1/11/101');
    expect(await visible(clinic)).toBe(0);
    expect(existsSync(clinic.path('state/1,11,101/calendar.json'))).toBe(false);
    const before = writesOf(clinic).length;
    expect((await apply(clinic, ...option)).exit).toBe(0);
    expect(writesOf(clinic)).toHaveLength(before);
  },
);

test('dates beyond those that are asked for are cleared, too, and breaks go', async () => {
  const text = `${TWO}    breaks: [{ id: b, start: 2026-10-20T09:00, end: 2026-10-20T10:00 }]\n`;
  const clinic = await openClinic({ profile: 'lenient' }, text);
  const all = ['--from', '2026-10-05', '--through', '2026-11-30'];
  const base = ['--state', clinic.path('state'), '--base-url', clinic.sandbox.url, '--yes'];
  expect((await clinic.run(['apply', clinic.path('clinic.yaml'), ...all, ...base])).exit).toBe(0);
  clinic.write('clinic.yaml', CLINIC);
  expect((await apply(clinic, '--retire', '1/11/101')).exit).toBe(0);
  expect(await visible(clinic)).toBe(0);
  expect(writesOf(clinic).filter((call) => call.startsWith('DELETE /breaks'))).toHaveLength(1);
});

test.each([
  ['1/11', 'such as 1/10/100, not "1/11"'],
  ['1/10/100', '1/10/100 is the calendar lopez of the document'],
])('--retire %s is refused', async (name, why) => {
  const clinic = await withoutRuiz();
  const { exit, err } = await apply(clinic, '--retire', name);
  expect(exit).toBe(64);
  expect(plain(err)).toContain(why);
});
