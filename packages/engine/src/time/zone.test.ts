import { describe, expect, test } from 'vitest';
import { instantFormatter } from './formatter.js';
import { parseDate, parseWallTime } from './iso.js';
import { type Zone, zoneOf } from './zone.js';
import { zoneId } from './zoneId.js';

const zone = (name: string): Zone => zoneOf(zoneId(name)._unsafeUnwrap());
const at = (name: string, wall: string) => zone(name).place(parseWallTime(wall)._unsafeUnwrap());
const iso = (name: string, wall: string) => instantFormatter(zone(name))(at(name, wall).instant);

describe('place', () => {
  test.each([
    ['Europe/Madrid', '2026-10-05T09:00', 'once', '2026-10-05T09:00:00+02:00'],
    ['Europe/Madrid', '2026-10-25T02:30', 'fold', '2026-10-25T02:30:00+02:00'],
    ['Europe/Madrid', '2026-10-25T03:00', 'once', '2026-10-25T03:00:00+01:00'],
    ['Europe/Madrid', '2026-03-29T02:30', 'gap', '2026-03-29T03:30:00+02:00'],
    ['Europe/Madrid', '2026-03-29T02:00', 'gap', '2026-03-29T03:00:00+02:00'],
    ['Europe/Madrid', '2026-03-29T03:00', 'once', '2026-03-29T03:00:00+02:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', 'gap', '2026-10-04T02:45:00+11:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', 'fold', '2026-04-05T01:45:00+11:00'],
    ['Pacific/Apia', '2011-12-30T10:00', 'gap', '2011-12-31T10:00:00+14:00'],
    ['Asia/Kathmandu', '2026-10-05T09:00', 'once', '2026-10-05T09:00:00+05:45'],
    ['America/Nuuk', '2026-03-28T23:15', 'gap', '2026-03-29T00:15:00-01:00'],
    ['Pacific/Kiritimati', '2026-10-05T09:00', 'once', '2026-10-05T09:00:00+14:00'],
  ])('%s %s is %s: %s', (name, wall, kind, expected) => {
    expect(at(name, wall).kind).toBe(kind);
    expect(iso(name, wall)).toBe(expected);
  });
});

describe('startOf', () => {
  test.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T01:00:00-02:00'],
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T00:00:00-03:00'],
    ['Africa/Cairo', '2026-04-24', '2026-04-24T01:00:00+03:00'],
    ['Pacific/Apia', '2011-12-30', '2011-12-31T00:00:00+14:00'],
    ['America/Havana', '2026-11-01', '2026-11-01T00:00:00-04:00'],
    ['America/Toronto', '1971-04-25', '1971-04-25T00:00:00-05:00'],
    ['America/St_Johns', '2010-11-07', '2010-11-07T00:00:00-02:30'],
  ])('%s %s starts at %s', (name, date, expected) => {
    const start = zone(name).startOf(parseDate(date)._unsafeUnwrap());
    expect(instantFormatter(zone(name))(start)).toBe(expected);
  });
});

test.each(['local', 'system', 'UTC+2', 'EST', 'europe/madrid', 'Europe/madrid', '', 'Mars/Base'])(
  '%s is no zone',
  (name) => expect(zoneId(name).isErr()).toBe(true),
);

test.each(['UTC', 'Europe/Madrid', 'Asia/Kolkata', 'America/Port-au-Prince', 'Etc/GMT+5'])(
  '%s is a zone',
  (name) => expect(zoneId(name).isOk()).toBe(true),
);

test('a zone in the wrong case gets the right one suggested', () => {
  expect(zoneId('europe/madrid')._unsafeUnwrapErr().suggestion).toBe('Europe/Madrid');
});
