import { type Instant, parseInstant } from '@slotwright/engine';
import { z } from 'zod';

/** A time of an answer in whole minutes since 1970; the two differ where it has seconds. */
export interface WireTime {
  /** The minute that has begun then. */
  readonly begun: Instant;
  /** The first minute that begins then or later. */
  readonly over: Instant;
  /** `2026-10-05T09:00:00+02:00`, whatever form it came in. */
  readonly text: string;
}

const TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** The one reader of times in answers; undefined for what is no time on any calendar. */
function readWireTime(written: string): WireTime | undefined {
  const [, wall = '', seconds = '', fraction = '', zone = ''] = TIME.exec(written) ?? [];
  if (Number(seconds) > 59) return undefined;
  const offset = zone === 'Z' ? '+00:00' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const begun = parseInstant(`${wall}:00${offset}`).unwrapOr(undefined);
  if (begun === undefined) return undefined;
  const text = `${wall}:${seconds}${offset}`;
  if (!/[1-9]/.test(seconds + fraction)) return { begun, over: begun, text };
  const next = new Date((begun + 1) * 60_000).toISOString();
  const over = parseInstant(`${next.slice(0, 16)}:00Z`).unwrapOr(undefined);
  return over === undefined ? undefined : { begun, over, text };
}

/** A moment in an answer. */
export const Time = z.string().transform((written, context): WireTime => {
  const time = readWireTime(written);
  if (time !== undefined) return time;
  context.addIssue({ code: 'invalid_format', format: 'datetime', input: '' });
  return z.NEVER;
});

/** The minute that a moment lies in; undefined where there is none or it cannot be read. */
export const OptionalTime = Time.transform(({ begun }): Instant | undefined => begun)
  .optional()
  .catch(undefined);
