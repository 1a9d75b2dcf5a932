import { DAY, type EpochMs } from '../time/zone.js';

/** Expired tokens are told from unknown ones for this long. */
const REMEMBERED = DAY;

export interface Tokens {
  issue(now: EpochMs): string;
  judge(token: string, now: EpochMs): 'valid' | 'expired' | 'unknown';
}

/** The access tokens of one sandbox; several may be valid at once. */
export function createTokens(lifetimeMs: number, random: () => string): Tokens {
  const expiries = new Map<string, EpochMs>();
  return {
    issue(now) {
      for (const [token, expiry] of expiries) {
        if (expiry + REMEMBERED < now) expiries.delete(token);
      }
      const token = random();
      expiries.set(token, now + lifetimeMs);
      return token;
    },
    judge(token, now) {
      const expiry = expiries.get(token);
      if (expiry === undefined) return 'unknown';
      return now < expiry ? 'valid' : 'expired';
    },
  };
}
