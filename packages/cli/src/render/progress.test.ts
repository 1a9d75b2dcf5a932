import type { ProgressEvent } from '@slotwright/adapter';
import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { Io } from '../io.js';
import { calendarNames } from './calendarNames.js';
import { progressDisplay } from './progress.js';
import { progressText } from './progressText.js';

const NOW = Date.parse('2026-10-01T08:00:37Z');
const CLEARED = '\r\u001b[2K';
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

/** What a display wrote on a terminal of so many columns, or on a stream. `tick` ends the sleep that is due first. */
function written(kind: 'terminal' | 'stream', columns: number | undefined) {
  const texts: string[] = [];
  const sleepers: { readonly ms: number; readonly wake: () => void }[] = [];
  let now = NOW;
  const io: Pick<Io, 'stderr' | 'now' | 'sleep'> = {
    stderr: {
      write: async (text) => {
        texts.push(text.replace(CLEARED, ''));
        return ok(undefined);
      },
      columns,
      kind,
      style: (_, text) => text,
    },
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((wake) => {
        const sleeper = { ms, wake };
        sleepers.push(sleeper);
        signal.addEventListener('abort', () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          wake();
        });
      }),
  };
  const tick = async (): Promise<void> => {
    const next = sleepers.shift();
    now += next?.ms ?? 0;
    next?.wake();
    await new Promise(setImmediate);
  };
  return { texts, tick, sleepers, display: progressDisplay(io, { now: io.now }, names) };
}

/** What a line says of how long it waits, and what is left of the whole. */
function lengths(text: string): readonly (string | undefined)[] {
  return [/limit, (.*?) \(/.exec(text)?.[1], /a minute, (.*?) left/.exec(text)?.[1]];
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
});

describe('on a terminal', () => {
  test('a line leaves room for ^C, which would break it and keep half of it from being cleared', () => {
    for (const columns of [20, 60, 100]) {
      const { texts, display } = written('terminal', columns);
      display.show(waiting(NOW + 31_000));
      const [line = ''] = texts;
      expect(line.length + '^C'.length).toBeLessThan(columns);
    }
  });

  test('a wait counts down to its last second, and so does the time left', async () => {
    const { texts, tick, sleepers, display } = written('terminal', 200);
    display.show(waiting(NOW + 3_400));
    while (sleepers.length > 0) await tick();
    expect(texts.map(lengths)).toEqual([
      ['4 s', '2 min 31 s'],
      ['3 s', '2 min 31 s'],
      ['2 s', '2 min 30 s'],
      ['1 s', '2 min 29 s'],
    ]);
  });

  test('the next event takes the place of a wait', async () => {
    const { texts, tick, sleepers, display } = written('terminal', 200);
    display.show(waiting(NOW + 31_000));
    await tick();
    display.show({ type: 'verifying', calendar: 'lopez', progress });
    await tick();
    expect(sleepers).toEqual([]);
    expect(texts).toHaveLength(3);
    expect(texts.at(-1)).toContain('lopez: reading back');
  });

  test('nothing is shown any more after the end, and nothing is waited for', async () => {
    const { texts, tick, sleepers, display } = written('terminal', 80);
    display.show(waiting(NOW + 31_000));
    await display.end();
    display.show(waiting(NOW + 31_000));
    await tick();
    expect(sleepers).toEqual([]);
    expect(texts.slice(1)).toEqual(['']);
  });
});

describe('on a stream', () => {
  test('a wait is told once, however many calendars wait for the same turn', async () => {
    const { texts, sleepers, display } = written('stream', undefined);
    for (const later of [0, 1_000, 2_000]) display.show(waiting(NOW + 31_000 + later));
    display.show(waiting(NOW + 91_000));
    expect(sleepers).toEqual([]);
    expect(texts).toHaveLength(2);
  });
});
