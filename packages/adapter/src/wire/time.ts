import type { Instant } from '@slotwright/engine';
import { parseWireTime, type WireTime } from '@slotwright/engine/plan';
import * as z from 'zod';

/** A time of an answer, and how plans and states write it: `2026-10-05T09:00:00+02:00`. */
export interface AnsweredTime extends WireTime {
  readonly text: string;
}

/** With seconds and without fractions, the offset with a colon. */
function asSent(written: string): string {
  return written
    .replace(/^(.{16})(?=[Z+-])/, '$1:00')
    .replace(/\.\d+/, '')
    .replace(/Z$/, '+00:00')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

/** A moment in an answer. */
export const Time = z.string().transform((written, context): AnsweredTime => {
  const time = parseWireTime(written);
  if (time.isOk()) return { ...time.value, text: asSent(written) };
  context.addIssue({ code: 'invalid_format', format: 'datetime', input: '' });
  return z.NEVER;
});

/** The minute that a moment lies in; undefined where there is none or it cannot be read. */
export const OptionalTime = Time.transform(({ begun }): Instant | undefined => begun)
  .optional()
  .catch(undefined);
