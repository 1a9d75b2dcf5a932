import type { EpochMs, LocalDate } from './zone.js';
import { localDate, MINUTE } from './zone.js';

/**
 * Which timestamps requests may carry (Docplanner API, sections 2 and 14).
 * `to-the-second` refuses `Z` and fractions, as the live API was reported to do; `any-iso` takes both.
 * Both take `+01:00` and `+0100`.
 */
export type TimestampStyle = 'to-the-second' | 'any-iso';

const SHAPE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|([+-])(\d{2}):?(\d{2}))$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a moment with its offset; null for anything else, dates that do not exist included. */
export function parseTimestamp(text: string, style: TimestampStyle): EpochMs | null {
  const parts = SHAPE.exec(text);
  const [, wall, fraction, offset, sign, hours, minutes] = parts ?? [];
  if (wall === undefined || offset === undefined) return null;
  if (style === 'to-the-second' && (fraction !== undefined || offset === 'Z')) return null;
  const asUtc = readUtc(`${wall}.000Z`);
  const ahead = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (asUtc === null || ahead > 14 * 60 || Number(minutes ?? 0) > 59) return null;
  const milliseconds = Math.trunc(Number(`0${fraction ?? '.0'}`) * 1000);
  return asUtc + milliseconds - (sign === '-' ? -ahead : ahead) * MINUTE;
}

/** Reads `YYYY-MM-DD`, or the local date of a whole timestamp (deleteSlots takes both); null otherwise. */
export function parseDate(text: string, style: TimestampStyle, zone: string): LocalDate | null {
  if (DATE.test(text)) return readUtc(`${text}T00:00:00.000Z`) === null ? null : text;
  const at = parseTimestamp(text, style);
  return at === null ? null : localDate(at, zone);
}

/** JavaScript rolls 30 February over into March; comparing the text finds that out. */
function readUtc(text: string): EpochMs | null {
  const at = Date.parse(text);
  if (Number.isNaN(at) || new Date(at).toISOString() !== text) return null;
  return at;
}
