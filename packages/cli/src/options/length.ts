import { InvalidArgumentError } from 'commander';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;
const MAX_MS = 24 * UNITS.h;

/** A length of time in milliseconds: `90s`, `10m`, `2h`; up to a day. */
export function length(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const ms = Number(count) * (Object.entries(UNITS).find(([name]) => name === unit)?.[1] ?? 0);
  if (count === '' || ms > MAX_MS) {
    throw new InvalidArgumentError(
      'It must be a length of time such as 90s, 10m or 2h, up to 24h.',
    );
  }
  return ms;
}
