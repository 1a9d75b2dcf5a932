import { describe, expect, test } from 'vitest';
import { parseRule } from './parseRule.js';
import { describeRuleError } from './ruleError.js';

const parse = (text: string) => parseRule(text)._unsafeUnwrap();

describe('what is taken', () => {
  test('every part', () => {
    expect(
      parse(
        'FREQ=YEARLY;INTERVAL=2;COUNT=10;WKST=SU;BYMONTH=3,1;BYMONTHDAY=-1,+5,05;BYDAY=2TU,MO,-1FR,MO;BYYEARDAY=-366,1;BYSETPOS=-1',
      ),
    ).toEqual({
      freq: 'YEARLY',
      interval: 2,
      count: 10,
      until: undefined,
      wkst: 6,
      byMonth: [1, 3],
      byMonthDay: [-1, 5],
      byDay: [
        { weekday: 0, ordinal: 0 },
        { weekday: 1, ordinal: 2 },
        { weekday: 4, ordinal: -1 },
      ],
      byYearDay: [-366, 1],
      byWeekNo: [],
      bySetPos: [-1],
    });
  });

  test('defaults: every period, no end, weeks from Monday', () => {
    expect(parse('FREQ=DAILY')).toMatchObject({
      interval: 1,
      count: undefined,
      wkst: 0,
      byDay: [],
    });
  });

  test('any case, any order', () => {
    expect(parse('byday=mo;freq=weekly')).toEqual(parse('FREQ=WEEKLY;BYDAY=MO'));
  });

  test.each([
    ['20261231', { kind: 'date', date: 20818 }],
    ['20261231T235959', { kind: 'local', wall: 20818 * 1440 + 1439 }],
    ['20261231T225959Z', { kind: 'utc', instant: 20818 * 1440 + 1379 }],
    ['20260101t000000z', { kind: 'utc', instant: 20454 * 1440 }],
    ['99991231T235960Z', { kind: 'utc', instant: 2932896 * 1440 + 1439 }],
  ])('UNTIL=%s', (value, until) => {
    expect(parse(`FREQ=DAILY;UNTIL=${value}`).until).toEqual(until);
  });
});

describe('what is refused', () => {
  test.each([
    ['', 'empty-rule'],
    ['RRULE:FREQ=DAILY', 'property-name'],
    ['rrule;x=1:FREQ=DAILY', 'property-name'],
    ['FREQ', 'malformed-part'],
    ['FREQ=', 'malformed-part'],
    ['=DAILY', 'malformed-part'],
    ['FREQ=DAILY;', 'malformed-part'],
    [';FREQ=DAILY', 'malformed-part'],
    ['FREQ=DAILY;;COUNT=2', 'malformed-part'],
    ['FREQ=DAILY=2', 'malformed-part'],
    ['every monday', 'malformed-part'],
    ['DTSTART:20260101\nFREQ=DAILY', 'unknown-part'],
    ['FREQ=DAILY;BYEASTER=1', 'unknown-part'],
    ['FREQ=DAILY;X-PART=1', 'unknown-part'],
    ['FREQ=DAILY; COUNT=2', 'unknown-part'],
    ['FREQ=DAILY;TZID=Europe/Madrid', 'unknown-part'],
    ['FREQ=DAILY;BYHOUR=9', 'time-of-day-part'],
    ['FREQ=DAILY;BYMINUTE=0', 'time-of-day-part'],
    ['FREQ=DAILY;BYSECOND=0', 'time-of-day-part'],
    ['FREQ=DAILY;FREQ=DAILY', 'repeated-part'],
    ['FREQ=WEEKLY;BYDAY=MO;byday=TU', 'repeated-part'],
    ['COUNT=3', 'missing-frequency'],
    ['FREQ=HOURLY', 'unsupported-frequency'],
    ['FREQ=MINUTELY', 'unsupported-frequency'],
    ['FREQ=SECONDLY', 'unsupported-frequency'],
    ['FREQ=FORTNIGHTLY', 'unsupported-frequency'],
    ['FREQ=DAILY,WEEKLY', 'unsupported-frequency'],
    ['FREQ=DAILY;INTERVAL=0', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=-1', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=1.5', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=1e2', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=10001', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=+1', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=1,2', 'invalid-number'],
    ['FREQ=DAILY;INTERVAL=99999999999999999999', 'invalid-number'],
    ['FREQ=DAILY;COUNT=0', 'invalid-number'],
    ['FREQ=DAILY;COUNT=-1', 'invalid-number'],
    ['FREQ=DAILY;COUNT=ten', 'invalid-number'],
    ['FREQ=DAILY;COUNT=100001', 'invalid-number'],
    ['FREQ=DAILY;BYMONTH=0', 'invalid-number'],
    ['FREQ=DAILY;BYMONTH=13', 'invalid-number'],
    ['FREQ=DAILY;BYMONTH=-1', 'invalid-number'],
    ['FREQ=DAILY;BYMONTH=1,', 'invalid-number'],
    ['FREQ=DAILY;BYMONTH=JAN', 'invalid-number'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'invalid-number'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'invalid-number'],
    ['FREQ=MONTHLY;BYMONTHDAY=-32', 'invalid-number'],
    ['FREQ=MONTHLY;BYMONTHDAY=1 ,2', 'invalid-number'],
    ['FREQ=MONTHLY;BYMONTHDAY=١', 'invalid-number'],
    ['FREQ=YEARLY;BYYEARDAY=367', 'invalid-number'],
    ['FREQ=YEARLY;BYYEARDAY=0', 'invalid-number'],
    ['FREQ=YEARLY;BYWEEKNO=54', 'invalid-number'],
    ['FREQ=YEARLY;BYWEEKNO=--1', 'invalid-number'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', 'invalid-number'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367', 'invalid-number'],
    ['FREQ=WEEKLY;BYDAY=MON', 'invalid-weekday'],
    ['FREQ=WEEKLY;BYDAY=LU', 'invalid-weekday'],
    ['FREQ=WEEKLY;BYDAY=MO,', 'invalid-weekday'],
    ['FREQ=WEEKLY;BYDAY=MO TU', 'invalid-weekday'],
    ['FREQ=WEEKLY;BYDAY=1', 'invalid-weekday'],
    ['FREQ=MONTHLY;BYDAY=MO1', 'invalid-weekday'],
    ['FREQ=WEEKLY;WKST=1', 'invalid-weekday'],
    ['FREQ=WEEKLY;WKST=MO,TU', 'invalid-weekday'],
    ['FREQ=WEEKLY;WKST=1MO', 'invalid-weekday'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'invalid-ordinal'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'invalid-ordinal'],
    ['FREQ=MONTHLY;BYDAY=-6MO', 'invalid-ordinal'],
    ['FREQ=YEARLY;BYDAY=54MO', 'invalid-ordinal'],
    ['FREQ=DAILY;UNTIL=2026-12-31', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20260230', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20261301', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20261231T240000', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20261231T236000', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20261231T2359', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20261231Z', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=20261231T235900+0100', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=00261231', 'invalid-until'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'invalid-until'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'count-and-until'],
    ['FREQ=DAILY;BYYEARDAY=1', 'part-not-allowed'],
    ['FREQ=DAILY;BYWEEKNO=1', 'part-not-allowed'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'part-not-allowed'],
    ['FREQ=WEEKLY;BYYEARDAY=1', 'part-not-allowed'],
    ['FREQ=WEEKLY;BYWEEKNO=1', 'part-not-allowed'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'part-not-allowed'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'part-not-allowed'],
    ['FREQ=DAILY;BYDAY=1MO', 'ordinal-not-allowed'],
    ['FREQ=WEEKLY;BYDAY=TU,-1FR', 'ordinal-not-allowed'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO', 'ordinal-with-week-number'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'set-position-alone'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'week-without-weekday'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYMONTH=5;BYYEARDAY=140;BYSETPOS=1;COUNT=3', 'week-without-weekday'],
    ['FREQ=YEARLY;INTERVAL=2;BYWEEKNO=20;BYMONTH=5;BYMONTHDAY=15', 'week-without-weekday'],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'month-day-without-month'],
    ['FREQ=YEARLY;BYMONTHDAY=-1;BYDAY=MO;BYSETPOS=1;UNTIL=20301231', 'month-day-without-month'],
    ['FREQ=YEARLY;BYMONTHDAY=13;BYYEARDAY=44', 'month-day-without-month'],
    ['FREQ=YEARLY;BYMONTHDAY=13;BYWEEKNO=20;BYDAY=FR', 'month-day-without-month'],
  ])('%j is %s', (text, type) => {
    const [found, sentence] = parseRule(text).match(
      () => ['taken', ''],
      (error) => [error.type, describeRuleError(error)],
    );
    expect(found).toBe(type);
    expect(sentence).toMatch(/^[A-Z"].*\.$/s);
  });

  test.each([
    ['FREQ=YEARLY;BYWEEKNO=20', 'add BYDAY', ';BYDAY=MO'],
    ['FREQ=YEARLY;BYMONTHDAY=15', 'or add BYMONTH', ';BYMONTH=3'],
  ])('%s says the way out, and it is one: %s', (text, wayOut, more) => {
    expect(parseRule(text).match(() => 'taken', describeRuleError)).toContain(wayOut);
    expect(parseRule(text + more).isOk()).toBe(true);
    expect(parseRule(text.replace('YEARLY', 'MONTHLY')).isOk()).toBe(!text.includes('BYWEEKNO'));
  });

  test('what is wrong is quoted, what is expected is said', () => {
    const sentence = (text: string) => parseRule(text).match(() => 'taken', describeRuleError);
    expect(sentence('FREQ=MONTHLY;BYMONTHDAY=1,32')).toBe(
      'BYMONTHDAY cannot have the value "32"; expected a whole number from 1 to 31, or from -31 to -1.',
    );
    expect(sentence('FREQ=DAILY;BYHOUR=9')).toContain('write a second schedule');
    expect(sentence(`FREQ=${'X'.repeat(100_000)}`).length).toBeLessThan(200);
  });
});
