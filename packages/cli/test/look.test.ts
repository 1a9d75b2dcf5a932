import { describe, expect, test } from 'vitest';
import { example, OCTOBER, slotwright } from './terminal.js';

const MADRID = example('madrid');
const oneWeek = ['--from', '2026-10-05', '--weeks', '1'] as const;

test('a plan of one doctor', async () => {
  const { out } = await slotwright(['plan', MADRID, ...OCTOBER, '--calendar', 'ruiz-centro']);
  expect(out.replace(MADRID, 'FILE')).toMatchInlineSnapshot(`
    "Plan for 2026-10-05 to 2026-10-31 (27 dates), as of 2026-10-01T08:00:00Z.

    ruiz-centro (Europe/Madrid)
      facility 111, doctor 223, address 333
      Clocks change on Sun 2026-10-25: UTC+02:00 becomes UTC+01:00.
      A  Dermatology (22001) 30 min, Mole check (22002) 15 min
      B  Mole check (22002) 15 min
      Nothing is known of these dates: all other time of them is cleared.

      2026-10-05 to 2026-10-31: 4 similar weeks
        Mon Wed Fri     15:00-20:00 A
        Tue Thu Sun     cleared
        Sat             09:30-13:00 B
       but on
        Wed 2026-10-07  15:00-15:30 A  16:00-20:00 A
        Mon 2026-10-12  cleared (closed: Fiesta Nacional)
        Sat 2026-10-17  cleared
        Wed 2026-10-28  15:00-17:30 A  18:00-20:00 A
        Sat 2026-10-31  cleared

      Breaks created: 1
        + 2026-10-28 17:00 to 2026-10-30 23:00: AEDV congress

      Findings: no errors, 1 warning, no infos
        warning  booking-on-break  2026-10-28 17:30-18:00
          Booking b-202 lies on break congress at 2026-10-28 17:30-18:00: move the
          booking or shorten the break.

    Total: 1 calendar, 27 dates with 15 work periods and 214 slots,
           42 ranges cleared, 1 break created, 2 write calls,
           no errors, 1 warning, no infos
    If Docplanner refuses several dates in one request, each is sent by itself: up
    to 29 write calls.
    Nothing was sent. Next: see the slots as patients would, by day:
      slotwright preview FILE --from 2026-10-05 --through 2026-10-31 --calendar ruiz-centro
    "
  `);
});

test('a preview of a week', async () => {
  const argv = ['preview', MADRID, ...oneWeek, '--calendar', 'lopez-centro'];
  expect((await slotwright(argv)).out).toMatchInlineSnapshot(`
    "Preview of 2026-10-05 to 2026-10-11 (7 dates), as of 2026-10-01T08:00:00Z.

    lopez-centro (Europe/Madrid)
      facility 111, doctor 222, address 333
      ├ patients can book this start   ─ the visit   █ booking   ░ break
      · open, but no visit fits   a column is 10 min

    2026          09    10    11    12    13    14    15    16
    Mon 10-05  21 ├─├─├─├─├─├─├─├─├─├─├─├─░░░░░░├─├─├─├─├─├─├─├─├─
    Tue 10-06  17 ├─├─├─├─████████├─├─├─├─░░░░░░├─├─├─├─├─├─├─├─├─
    Wed 10-07  21 ├─├─├─├─├─├─├─├─├─├─├─├─░░░░░░├─├─├─├─├─├─├─├─├─
    Thu 10-08  21 ├─├─├─├─├─├─├─├─├─├─├─├─░░░░░░├─├─├─├─├─├─├─├─├─
    Fri 10-09  12 ├─├─├─├─├─├─├─├─├─├─├─├─░░░░░░
    Sat 10-10 to Sun 10-11  no hours

    Total: 1 calendar, 92 slots.
    "
  `);
});

test('a preview of nights leaves out the hours of the day', async () => {
  const { out } = await slotwright([
    'preview',
    example('night'),
    '--from',
    '2026-10-22',
    '--through',
    '2026-10-25',
  ]);
  expect(out).toMatchInlineSnapshot(`
    "Preview of 2026-10-22 to 2026-10-25 (4 dates), as of 2026-10-01T08:00:00Z.

    notdienst-mitte (Europe/Berlin)
      facility 9001, doctor 9100, address 9200
      Clocks change on Sun 2026-10-25: UTC+02:00 becomes UTC+01:00.
      ├ patients can book this start   ─ the visit   █ booking   ░ break
      · open, but no visit fits   a column is 15 min
      An hour that occurs twice is drawn once.

    2026          00  01  02  03  04  05  ┊18  19  20  21  22  23
    Thu 10-22  15                         ┊        ├├├├├├├├├├├├├├├·
    Fri 10-23  34 ├├├├├├├├├├├├░░░├├├├├├├├├┊        ├├├├██├├├├├├├├├·
    Sat 10-24  36 ├├├├├├├├├├├├░░░├├├├├├├├├┊        ├├├├├├├├├├├├├├├·
    Sun 10-25  46 ├├├├├├├├├├├├░░░├├├├├├├├├┊├├├├├├├├├├├├├├├├├├├├├├├·

    Total: 1 calendar, 131 slots.
    "
  `);
});

test('the starts of a day, for each service that has any', async () => {
  const day = ['--from', '2026-10-08', '--through', '2026-10-08'];
  const { out } = await slotwright(['preview', example('warsaw'), ...day, '--starts']);
  expect(out).toContain(
    '              Consultation (50030): 08:00 08:30 10:00 11:00 11:30 12:00\n',
  );
  expect(out).toContain('              Ultrasound (50045): 08:00 11:00 11:30\n');
  expect(out).not.toContain('Prescription (');
});

test('a check, the worst first', async () => {
  const { out, exit } = await slotwright([
    'check',
    example('sao-paulo'),
    '--from',
    '2026-10-05',
    '--weeks',
    '2',
  ]);
  expect(exit).toBe(3);
  expect(out).toMatchInlineSnapshot(`
    "Checked 2026-10-05 to 2026-10-18 (14 dates), as of 2026-10-01T08:00:00Z.

    1 error
      souza-paulista (America/Sao_Paulo)
        error  doctor-double-booked  2026-10-07 13:15-13:30
          Doctor 7100 has booking p-2 in souza-paulista and booking m-1 in
          souza-moema at the same time (2026-10-07 13:15-13:30): move one of them.

    2 warnings
      souza-paulista (America/Sao_Paulo)
        warning  doctor-double-scheduled  2026-10-07 13:00-14:00
          Doctor 7100 is open in souza-paulista and in souza-moema at 2026-10-07
          13:00-14:00: patients can book both, so close one of them. The same once
          more, on 2026-10-14.

    1 info
      souza-paulista (America/Sao_Paulo)
        info  break-without-effect  2026-10-11 09:00-18:00
          Break fair at 2026-10-11 09:00-18:00 overlaps no work period, so it is not
          needed there.

    2 calendars: 1 error, 2 warnings, 1 info.
    "
  `);
});

describe('explanations', () => {
  const explain = (at: string, ...more: readonly string[]) =>
    slotwright(['preview', MADRID, '--explain', at, ...more]);

  test.each([
    ['2026-10-06T10:20', 'not bookable: booking b-101 (10:20-11:00)'],
    ['2026-10-06T10:25', 'not bookable: starts lie every 20 minutes'],
    ['2026-10-06T09:40', 'bookable, until 10:20'],
    ['2026-10-06T07:40Z', '2026-10-06 09:40, First visit (12345): bookable, until 10:20'],
    ['2026-10-12T10:20', 'the date is closed (Fiesta Nacional)'],
    ['2026-10-09T10:20', 'does not offer this service'],
    ['2026-10-07T16:40', 'it needs 40 minutes'],
    ['2026-10-07T22:00', 'outside the hours'],
  ])('%s: %s', async (at, answer) => {
    const { exit, out, err } = await explain(at, '--service', '12345');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out.replaceAll(/\s+/g, ' ')).toContain(answer);
    expect(out, 'only the calendar that has the service').not.toContain('ruiz-centro');
  });

  test('of any service, in each calendar', async () => {
    const { out } = await explain('2026-10-07T16:00');
    expect(out).toContain(
      'lopez-centro (Europe/Madrid)\n  2026-10-07 16:00, any service: bookable',
    );
    expect(out).toContain('ruiz-centro (Europe/Madrid)\n  2026-10-07 16:00, any service: bookable');
  });

  test('of another date than the options ask for', async () => {
    const { out } = await explain('2026-10-20T10:00', ...oneWeek);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('outside the dates that were asked for');
  });

  test('as JSON', async () => {
    const { out } = await explain('2026-10-06T10:20', '--service', '12345', '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      now: '2026-10-01T08:00:00Z',
      explanations: [
        {
          calendar: 'lopez-centro',
          at: '2026-10-06T10:20:00+02:00',
          service: '12345',
          bookable: false,
          reason: {
            type: 'blocked',
            by: {
              kind: 'booking',
              id: 'b-101',
              start: '2026-10-06T10:20:00+02:00',
              end: '2026-10-06T11:00:00+02:00',
            },
            duration: 40,
          },
          message:
            'not bookable: booking b-101 (10:20-11:00) takes part of the 40 minutes that it needs',
        },
      ],
    });
  });
});

test('colour marks what matters and changes no text', async () => {
  const argv = ['plan', MADRID, ...OCTOBER];
  const plain = await slotwright(argv);
  const coloured = await slotwright(argv, { colour: 'shown' });
  expect(coloured.out).toContain('<yellow>warning</yellow>');
  expect(coloured.out.replaceAll(/<\/?[a-z]+>/g, '')).toBe(plain.out);
});
