import { describe, expect, test } from 'vitest';
import { example, OCTOBER, slotwright } from './terminal.js';

const CLINICS = ['madrid', 'warsaw', 'sao-paulo', 'night'] as const;
const EXIT = { madrid: 0, warsaw: 0, 'sao-paulo': 3, night: 0 } as const;

const codes = (json: unknown): readonly unknown[] =>
  list(json, 'findings').map((finding) => field(finding, 'code'));

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`no object with ${name}`);
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  if (!Array.isArray(found)) throw new Error(`no list ${name}`);
  return found;
}

const keys = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

async function json(...argv: readonly string[]): Promise<unknown> {
  const { out } = await slotwright([...argv, ...OCTOBER, '--format', 'json']);
  return JSON.parse(out);
}

describe.each(CLINICS)('%s', (name) => {
  const file = example(name);

  test.each(['plan', 'preview', 'check'])(
    '%s in text and JSON, with the same exit code',
    async (command) => {
      const text = await slotwright([command, file, ...OCTOBER]);
      const asJson = await slotwright([command, file, ...OCTOBER, '--format', 'json']);
      expect([text.exit, asJson.exit]).toEqual([EXIT[name], EXIT[name]]);
      expect(text.out).toContain(
        '2026-10-05 to 2026-10-31 (27 dates), as of 2026-10-01T08:00:00Z.',
      );
      expect(asJson.out).toBe(`${JSON.stringify(JSON.parse(asJson.out), null, 2)}\n`);
      if (EXIT[name] === 0) expect(text.err + asJson.err).toBe('');
    },
  );

  test.each([40, 60, 80, 120, 200])('keeps to %i columns', async (columns) => {
    for (const command of ['plan', 'preview', 'check']) {
      const { out } = await slotwright([command, file, ...OCTOBER], { columns });
      const commands = out.split('\n').filter((line) => !line.startsWith('  slotwright '));
      for (const line of commands.filter((each) => each.length > columns)) {
        expect(line.trim(), 'only a single word may be wider').not.toContain(' ');
      }
    }
  });

  test('plan: the shape of the JSON', async () => {
    const plan = await json('plan', file);
    expect(keys(plan)).toEqual(['version', 'now', 'horizon', 'calendars', 'findings', 'totals']);
    expect(field(plan, 'horizon')).toEqual({ from: '2026-10-05', through: '2026-10-31' });
    expect(keys(field(plan, 'totals'))).toEqual([
      'calendars',
      'workPeriods',
      'clears',
      'slots',
      'writes',
    ]);
    for (const calendar of list(plan, 'calendars')) {
      expect(keys(calendar)).toEqual([
        'id',
        'facilityId',
        'doctorId',
        'addressId',
        'timezone',
        'requests',
        'breaks',
        'totals',
      ]);
      expect(list(calendar, 'requests')).toHaveLength(1);
      const entries = list(list(calendar, 'requests')[0], 'slots');
      const totals = field(calendar, 'totals');
      const sum = Number(field(totals, 'workPeriods')) + Number(field(totals, 'clears'));
      expect(entries).toHaveLength(sum);
    }
    for (const finding of list(plan, 'findings')) {
      expect(keys(finding)).toEqual([
        'code',
        'severity',
        'calendar',
        'start',
        'end',
        'ids',
        'message',
      ]);
    }
  });

  test('preview: every date, and as many slots as the plan counts', async () => {
    const preview = await json('preview', file);
    expect(keys(preview)).toEqual(['version', 'now', 'horizon', 'calendars']);
    const days = list(preview, 'calendars').flatMap((calendar) => list(calendar, 'days'));
    expect(days).toHaveLength(27 * list(preview, 'calendars').length);
    const slots = days.flatMap((day) => list(day, 'slots'));
    expect(slots.length).toBe(field(field(await json('plan', file), 'totals'), 'slots'));
    for (const slot of slots) expect(keys(slot)).toEqual(['start', 'addressServiceIds']);
  });

  test('check: the findings of the plan', async () => {
    const check = await json('check', file);
    expect(keys(check)).toEqual(['version', 'now', 'horizon', 'findings']);
    expect(field(check, 'findings')).toEqual(field(await json('plan', file), 'findings'));
  });
});

test('Madrid: one warning, a congress to send, the holiday cleared, new offsets after the clock change', async () => {
  const plan = await json('plan', example('madrid'));
  expect(codes(plan)).toEqual(['booking-on-break']);
  const [lopez, ruiz] = list(plan, 'calendars');
  expect(list(lopez, 'breaks')).toEqual([]);
  expect(list(ruiz, 'breaks')).toEqual([
    {
      since: '2026-10-28T17:00:00+01:00',
      till: '2026-10-30T23:00:00+01:00',
      description: 'AEDV congress',
    },
  ]);
  const entries = list(list(lopez, 'requests')[0], 'slots');
  expect(entries).toContainEqual({
    start: '2026-10-12T00:00:00+02:00',
    end: '2026-10-12T23:59:00+02:00',
    address_services: [],
  });
  expect(entries.map((entry) => field(entry, 'start'))).toContain('2026-10-26T09:00:00+01:00');
});

test('Warsaw: every other week, insurance only where it is set, one remark repeated', async () => {
  const plan = await json('plan', example('warsaw'));
  expect(new Set(codes(plan))).toEqual(new Set(['stranded-time']));
  const entries = list(list(list(plan, 'calendars')[0], 'requests')[0], 'slots');
  const insured = entries.filter(
    (entry) => field(entry, 'insurance_accepted') === 'with-insurance-only',
  );
  expect(insured.length).toBeGreaterThan(0);
  for (const entry of insured) expect(String(field(entry, 'start'))).toMatch(/T(08|10):/);
  const { out } = await slotwright([
    'plan',
    example('warsaw'),
    '--from',
    '2026-10-05',
    '--weeks',
    '8',
  ]);
  expect(out).toContain('4 similar weeks: of 2026-10-05, 2026-10-19, 2026-11-02, 2026-11-16');
  expect(out).toContain('4 similar weeks: of 2026-10-12, 2026-10-26, 2026-11-09, 2026-11-23');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('The same 6 more times, last on 2026-11-26.');
});

test('São Paulo: the double booking is an error, in the calendar that is listed first', async () => {
  const check = await json('check', example('sao-paulo'));
  const [error] = list(check, 'findings').filter((each) => field(each, 'severity') === 'error');
  expect(error).toMatchObject({
    code: 'doctor-double-booked',
    calendar: 'souza-paulista',
    start: '2026-10-07T13:15:00-03:00',
    ids: ['p-2', 'm-1'],
  });
  const one = await slotwright([
    'check',
    example('sao-paulo'),
    ...OCTOBER,
    '--calendar',
    'souza-moema',
  ]);
  expect(one.exit, 'found from the other calendar too').toBe(3);
});

test('the night: cut at midnight, and the repeated hour has its slots twice', async () => {
  const plan = await json('plan', example('night'));
  expect(new Set(codes(plan))).toContain('midnight-slot-lost');
  const preview = await json('preview', example('night'));
  const days = list(list(preview, 'calendars')[0], 'days');
  const sunday = days.find((day) => field(day, 'date') === '2026-10-25');
  const starts = list(sunday, 'slots').map((slot) => field(slot, 'start'));
  expect(starts).toContain('2026-10-25T02:15:00+02:00');
  expect(starts).toContain('2026-10-25T02:15:00+01:00');
  expect(starts).not.toContain('2026-10-25T02:30:00+01:00');
});
