import { expect, test } from 'vitest';
import { CLINIC, DATES, openClinic, TWO, writesOf } from './clinic.js';

const apply = (clinic: Awaited<ReturnType<typeof openClinic>>, ...more: string[]) => [
  ...['apply', clinic.path('clinic.yaml'), ...DATES, '--state', clinic.path('state')],
  ...['--base-url', clinic.sandbox.url, ...more],
];

/** Mondays are gone, as if by a slip of the keyboard. */
const EMPTIED = CLINIC.replace('BYDAY=MO,WE', 'BYDAY=SU');
const CLOSED = `${CLINIC}    closures: [{ from: 2026-10-05, through: 2026-10-11 }]\n`;
/** As a file that was cut off in the middle. */
const CUT = `${CLINIC.slice(0, CLINIC.indexOf('    schedules:'))}    schedules: []\n`;

async function published(text: string = CLINIC) {
  const clinic = await openClinic({ profile: 'lenient' }, text);
  expect((await clinic.run(apply(clinic, '--yes'))).exit).toBe(0);
  return { clinic, before: writesOf(clinic).length };
}

test.each([
  ['hours that were moved to a Sunday', EMPTIED],
  ['schedules that are gone', CUT],
])('%s are not sent, asked or not', async (_, text) => {
  const { clinic, before } = await published();
  clinic.write('clinic.yaml', text);
  const refused = await clinic.run(apply(clinic, '--yes'));
  expect(refused.exit).toBe(6);
  expect(refused.err.replace(/\s+/g, ' ')).toContain(
    'the plan would remove 20 of 20 free starts of lopez, the first on Mon 2026-10-05 09:00. Nothing was sent. If that is what the clinic wants, give --allow-removals lopez',
  );
  expect(writesOf(clinic)).toHaveLength(before);
  for (const answer of ['yes', '19', '']) {
    expect((await clinic.run(apply(clinic), { answer })).exit).toBe(6);
  }
  expect(writesOf(clinic)).toHaveLength(before);
});

test('they are sent where the number was typed, or the calendar named', async () => {
  for (const how of ['typed', 'lopez', 'all']) {
    const { clinic } = await published();
    clinic.write('clinic.yaml', EMPTIED);
    const { exit, err } =
      how === 'typed'
        ? await clinic.run(apply(clinic), { answer: '20' })
        : await clinic.run(apply(clinic, '--yes', '--allow-removals', how));
    expect(exit).toBe(0);
    expect(err.replace(/\s+/g, ' ')).toContain(
      'Removes 20 of 20 free starts: 20 that no schedule offers any more.',
    );
  }
});

test('another calendar that is named changes nothing', async () => {
  const { clinic } = await published();
  clinic.write('clinic.yaml', EMPTIED);
  const { exit } = await clinic.run(apply(clinic, '--yes', '--allow-removals', 'ruiz'));
  expect(exit).toBe(6);
});

test('a week of holiday passes', async () => {
  const { clinic } = await published();
  clinic.write('clinic.yaml', CLOSED);
  const { exit, err } = await clinic.run(apply(clinic, '--yes'));
  expect(exit).toBe(0);
  expect(err.replace(/\s+/g, ' ')).toContain('closed or on a break');
});

test('a first sync of a calendar that shows slots is guarded, too', async () => {
  const { clinic } = await published();
  clinic.write('clinic.yaml', EMPTIED);
  const anew = apply(clinic, '--yes').map((word) =>
    word === clinic.path('state') ? clinic.path('new') : word,
  );
  const { exit, err } = await clinic.run(anew);
  expect(exit).toBe(6);
  expect(err.replace(/\s+/g, ' ')).toContain('would remove 20 of 20 free starts of lopez');
});

test('a plan file is guarded by what it says, and JSON tells it', async () => {
  const { clinic } = await published(TWO);
  clinic.write('clinic.yaml', TWO.replace('BYDAY=MO,WE', 'BYDAY=SU'));
  const made = await clinic.run([
    ...['plan', clinic.path('clinic.yaml'), ...DATES, '--state', clinic.path('state')],
    ...['--out', clinic.path('plan.json'), '--format', 'json'],
  ]);
  const output = JSON.parse(made.out);
  const risk = { lost: 20, closed: 0, first: '2026-10-05T09:00:00+02:00' };
  expect(output.risk).toEqual({ starts: 32, ...risk });
  expect(output.calendars.map((each: { risk: unknown }) => each.risk)).toEqual([
    { starts: 20, ...risk },
    { starts: 12, lost: 0, closed: 0 },
  ]);
  const argv = apply(clinic, '--yes').filter((word) => !DATES.some((each) => each === word));
  const file = argv.map((word) => (word.endsWith('.yaml') ? clinic.path('plan.json') : word));
  expect((await clinic.run(file)).exit).toBe(6);
  expect((await clinic.run([...file, '--allow-removals', 'lopez'])).exit).toBe(0);
});
