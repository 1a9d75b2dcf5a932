import { expect, test } from 'vitest';
import { openClinic, writesOf } from './clinic.js';

const unasked = (clinic: Awaited<ReturnType<typeof openClinic>>): readonly string[] => [
  'apply',
  clinic.path('clinic.yaml'),
  ...['--state', clinic.path('state.json'), '--base-url', clinic.sandbox.url, '--weeks', '1'],
];

test('without a terminal and without --yes it is refused before anything is read', async () => {
  const clinic = await openClinic();
  const { exit, out, err } = await clinic.run(unasked(clinic));
  expect({ exit, out }).toEqual({ exit: 64, out: '' });
  expect(err).toBe(
    'error: nobody can be asked here whether to send the plan; give --yes to send it unasked\n',
  );
  expect(clinic.sandbox.requestLog()).toEqual([]);
});

test('a document on standard input leaves nobody to ask', async () => {
  const clinic = await openClinic();
  const argv = unasked(clinic).map((word) => (word.endsWith('.yaml') ? '-' : word));
  expect((await clinic.run(argv, { answer: 'yes' })).exit).toBe(64);
});

test.each(['', 'y', 'no', 'yes please'])('the answer %j sends nothing', async (answer) => {
  const clinic = await openClinic();
  const { exit, err } = await clinic.run(unasked(clinic), { answer });
  expect(exit).toBe(1);
  expect(err).toContain('not confirmed; nothing was sent');
  expect(writesOf(clinic)).toEqual([]);
});

test('yes sends it, after the plan was shown', async () => {
  const clinic = await openClinic();
  const { exit, err } = await clinic.run(unasked(clinic), { answer: 'Yes' });
  expect(exit).toBe(0);
  const question = `Make 1 write call (up to 8, if several dates in one are refused) to ${clinic.sandbox.url}? Only "yes" is taken: `;
  expect(err.indexOf('09:00-12:00')).toBeLessThan(err.indexOf(question));
});

test('an interruption at the question ends with 130, and nothing is sent', async () => {
  const clinic = await openClinic();
  const { exit } = await clinic.run(unasked(clinic), {
    answer: 'yes',
    interruption: AbortSignal.abort(),
  });
  expect(exit).toBe(130);
  expect(writesOf(clinic)).toEqual([]);
});

test('progress is one line that is written over on a terminal, lines elsewhere', async () => {
  const clinic = await openClinic();
  const terminal = await clinic.apply([], { terminal: 'shown' });
  const shown = terminal.err.split('\r\u001b[2K');
  expect(shown[2]).toMatch(/^\d+ of \d+ write calls.*: lopez: /);
  expect(shown.at(-1)).toBe('');
  const other = await openClinic();
  const plain = await other.apply();
  expect(plain.err).not.toContain('\r');
  expect(plain.err).toMatch(/^\d+ of \d+ write calls.*: lopez: finished$/m);
});
