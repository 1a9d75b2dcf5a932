import { describe, expect, test } from 'vitest';
import { CHANGED, openClinic, TWO, writesOf } from './clinic.js';

describe.each(['strict', 'lenient'] as const)('on a %s sandbox', (profile) => {
  test('a document is sent, then nothing is, then one date is', async () => {
    const clinic = await openClinic({ profile });
    const first = await clinic.apply();
    expect(first.exit).toBe(0);
    expect(first.err).toContain('Plan for 2026-10-05 to 2026-10-16');
    expect(first.out).toContain('Done: 1 of 1 calendar as the document says');

    const calls = writesOf(clinic).length;
    const again = await clinic.apply();
    expect(again).toMatchObject({ exit: 0 });
    expect(again.out).toContain('0 write calls');
    expect(writesOf(clinic)).toHaveLength(calls);

    clinic.write('clinic.yaml', CHANGED);
    const plan = ['plan', clinic.path('clinic.yaml'), '--state', clinic.path('state.json')];
    const dates = ['--from', '2026-10-05', '--through', '2026-10-16'];
    const shown = await clinic.run([...plan, ...dates, '--detailed-exitcode']);
    expect(shown.exit).toBe(2);
    expect(shown.out).toMatch(
      /Wed 2026-10-07 {2}10:00-11:00 {2}cleared 09:00-10:00 {2}cleared 11:00/,
    );
    expect(shown.out.replaceAll(/\s+/g, ' ')).toContain(
      '1 date with 1 work period and 2 slots, 2 ranges cleared, 1 write call,',
    );
    expect((await clinic.apply()).exit).toBe(0);
    expect(writesOf(clinic).slice(calls)).toEqual(['PUT /slots 201']);
    expect((await clinic.run([...plan, ...dates, '--detailed-exitcode'])).exit).toBe(0);
  });
});

test('the summary as JSON is the only thing on standard output', async () => {
  const clinic = await openClinic({ profile: 'lenient' }, TWO);
  const { exit, out } = await clinic.apply(['--format', 'json']);
  const summary = JSON.parse(out);
  expect(exit).toBe(0);
  expect(summary).toMatchObject({
    version: 1,
    success: true,
    ending: { type: 'complete' },
    calendars: [
      { id: 'lopez', outcome: 'done', calls: { writes: 2 } },
      { id: 'ruiz', outcome: 'done', calls: { writes: 1 } },
    ],
    totals: { calendars: 2, done: 2, writes: 3, stepsLeft: 0 },
  });
});

test('one calendar that is refused does not stop the other', async () => {
  const clinic = await openClinic({ profile: 'lenient' }, TWO);
  clinic.sandbox.control.setAccess({ addressId: '100', access: 'read' });
  const { exit, out } = await clinic.apply();
  expect(exit).toBe(4);
  expect(out).toContain('lopez (Europe/Madrid): failed');
  expect(out).toContain('ruiz (Europe/Madrid): done');
  clinic.sandbox.control.setAccess({ addressId: '100', access: 'full' });
  expect((await clinic.apply()).exit).toBe(0);
});

test('findings of severity error are named, and nothing is sent', async () => {
  const clinic = await openClinic();
  const booking = (id: string): string =>
    `      - { id: ${id}, start: 2026-10-07T09:00, duration: 30, addressServiceId: "1001" }\n`;
  clinic.write('clinic.yaml', `${CHANGED}    bookings:\n${booking('a')}${booking('b')}`);
  const { exit, out, err } = await clinic.apply();
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toContain('error: lopez:');
  expect(clinic.sandbox.requestLog()).toEqual([]);
});

test('--max-writes stops with 4; the next run goes on', async () => {
  const clinic = await openClinic();
  const { exit, out } = await clinic.apply(['--max-writes', '5']);
  expect(exit).toBe(4);
  expect(out).toContain('Run it again to go on');
  expect(writesOf(clinic)).toHaveLength(5);
  expect((await clinic.apply()).exit).toBe(0);
});

test('a rate limit that is longer than --max-wait stops with 4', async () => {
  const clinic = await openClinic({ limits: { writesPerMinute: 4 } });
  const { exit, out } = await clinic.apply(['--max-wait', '5s']);
  expect(exit).toBe(4);
  expect(out).toContain('needs longer than it may wait');
  expect((await clinic.apply()).exit).toBe(0);
});

test('a calendar that is not enabled is refused before anything is sent, unless --enable', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  const call = { facilityId: '1', doctorId: '10', addressId: '100' };
  const token = await fetch(clinic.sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`sandbox:${clinic.sandbox.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' }),
  });
  const { access_token }: { access_token: string } = JSON.parse(await token.text());
  const address = `${clinic.sandbox.baseUrl}/facilities/${call.facilityId}/doctors/${call.doctorId}/addresses/${call.addressId}`;
  const disabled = await fetch(`${address}/calendar/disable`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${access_token}` },
  });
  expect(disabled.ok).toBe(true);
  const { exit, out } = await clinic.apply();
  expect(exit).toBe(1);
  expect(out).toContain('disabled');
  expect((await clinic.apply(['--enable'])).exit).toBe(0);
});

test('the report speaks of services and times as the plan and drift do', async () => {
  const clinic = await openClinic({ profile: 'lenient' });
  clinic.write('clinic.yaml', CHANGED.replace('"1001"', '"1009"'));
  const { exit, out } = await clinic.apply();
  expect(exit).toBe(1);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('does not offer the service First visit (1009):');
  clinic.write('clinic.yaml', CHANGED);
  clinic.sandbox.control.injectFault({
    method: 'POST',
    path: '*/breaks',
    outcome: { type: 'status', status: 400, body: '{"message":"Invalid arguments"}' },
  });
  const refused = await clinic.apply();
  const when = '2026-10-14 10:00 to 2026-10-15 10:00';
  expect(refused.exit).toBe(4);
  expect(refused.err).toContain(`+ ${when}`);
  expect(refused.out.replaceAll(/\s+/g, ' ')).toContain(`create the break ${when}: `);
});
