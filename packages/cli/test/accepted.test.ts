import { expect, test } from 'vitest';
import { CLINIC, openClinic } from './online/clinic.js';
import { slotwright } from './terminal.js';

const BUSY = `${CLINIC}    bookings:
      - { id: b1, start: 2026-10-05T09:00, duration: 30, addressServiceId: "1001" }
      - { id: b2, start: 2026-10-05T09:00, duration: 30, addressServiceId: "1001" }
`;
const ACCEPTED = `${BUSY}    accept: [{ code: booking-overlap, ids: [b1, b2], reason: twins }]\n`;
const DATES = ['--from', '2026-10-05', '--weeks', '1'];

test.each([
  [BUSY, 3],
  [ACCEPTED, 0],
])('an error fails, one that is accepted does not', async (stdin, exit) => {
  for (const command of ['check', 'plan', 'preview']) {
    expect((await slotwright([command, '-', ...DATES], { stdin })).exit, command).toBe(exit);
  }
});

test('it is listed still, with the reason', async () => {
  const check = await slotwright(['check', '-', ...DATES], { stdin: ACCEPTED });
  expect(check.out).toContain('1 accepted\n');
  expect(check.out).toContain('error  booking-overlap  2026-10-05 09:00-09:30  accepted\n');
  expect(check.out).toContain('      Accepted: twins\n');
  expect(check.out).toContain('1 calendar: 1 error (all accepted), ');
  const plan = await slotwright(['plan', '-', ...DATES], { stdin: ACCEPTED });
  expect(plan.out).toContain('      Accepted: twins\n');
  expect(plan.err).toBe('');
});

test('it stops no apply', async () => {
  const refused = await openClinic({}, BUSY);
  expect((await refused.apply()).exit).toBe(3);
  const accepted = await openClinic({}, ACCEPTED);
  const { exit, err } = await accepted.apply();
  expect(exit, err).toBe(0);
});
