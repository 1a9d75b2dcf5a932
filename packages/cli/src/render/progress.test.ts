import type { ProgressEvent } from '@slotwright/adapter';
import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { Io } from '../io.js';
import { calendarNames } from './calendarNames.js';
import { progressDisplay, progressText } from './progress.js';

const NOW = Date.parse('2026-10-01T08:00:37Z');
const clock = { now: () => NOW };
const names = calendarNames([{ calendar: 'lopez', timezone: 'Europe/Madrid' }], []);
const progress = { done: 40, total: 160, perMinute: 40, leftMs: 151_000 };
const waiting = (until: number): ProgressEvent => ({
  type: 'waiting',
  calendar: 'lopez',
  reason: 'rate-limit',
  before: 0,
  until,
  progress,
});

/** What a display wrote on a terminal of so many columns, or on a stream. */
function written(kind: 'terminal' | 'stream', columns: number | undefined) {
  const texts: string[] = [];
  const stderr: Io['stderr'] = {
    write: async (text) => {
      texts.push(text);
      return ok(undefined);
    },
    columns,
    kind,
    style: (_, text) => text,
  };
  return { texts, display: progressDisplay({ stderr, now: clock.now }, clock, names) };
}

describe('a wait says what for, until when, and how it goes on', () => {
  test('for the rate limit', () => {
    const until = NOW + 31_000;
    const local = new Date(until).toTimeString().slice(0, 8);
    expect(progressText(waiting(until), names, NOW)).toBe(
      `40 of 160 write calls, 40 a minute, 2 min 31 s left: waiting for the rate limit, 31 s (until ${local}), then 40 more`,
    );
  });

  test('with fewer calls left than a minute takes', () => {
    const event = { ...waiting(NOW + 1), progress: { ...progress, done: 155 } };
    expect(progressText(event, names, NOW)).toMatch(/, then 5 more$/);
  });

  test('for something else', () => {
    const event: ProgressEvent = {
      type: 'waiting',
      calendar: 'lopez',
      reason: 'equal-request',
      before: 0,
      until: NOW + 180_000,
      progress,
    };
    expect(progressText(event, names, NOW)).toContain(
      'lopez: waiting for Docplanner to forget an equal request, 3 min 0 s (until ',
    );
  });

  test('once, however many calendars wait for the same turn', () => {
    const { texts, display } = written('stream', undefined);
    for (const later of [0, 1_000, 2_000]) display.show(waiting(NOW + 31_000 + later));
    display.show(waiting(NOW + 91_000));
    expect(texts).toHaveLength(2);
  });
});

describe('on a terminal', () => {
  test('a line leaves room for ^C, which would break it and keep half of it from being cleared', () => {
    for (const columns of [20, 60, 100]) {
      const { texts, display } = written('terminal', columns);
      display.show(waiting(NOW + 31_000));
      const [line = ''] = texts.map((text) => text.replace('\r\u001b[2K', ''));
      expect(line.length + '^C'.length).toBeLessThan(columns);
    }
  });

  test('nothing is shown any more after the end', async () => {
    const { texts, display } = written('terminal', 80);
    await display.end();
    display.show(waiting(NOW + 31_000));
    expect(texts).toEqual(['\r\u001b[2K']);
  });
});
