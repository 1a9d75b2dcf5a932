import { Refusal } from '../answers/refusal.js';
import { DAY, type EpochMs } from '../time/zone.js';

/** Expired tokens are notified from unknown ones for this long. */
const REMEMBERED = DAY;

export interface Tokens {
  issue(now: EpochMs): string;
  check(token: string, now: EpochMs): 'valid' | 'expired' | 'unknown';
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
    check(token, now) {
      const expiry = expiries.get(token);
      if (expiry === undefined) return 'unknown';
      return now < expiry ? 'valid' : 'expired';
    },
  };
}

/** Lets a request with a valid bearer token pass; 401 otherwise (Docplanner API, section 1). */
export function authenticate(tokens: Tokens, authorization: string | null, now: EpochMs): void {
  const token = /^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const verdict = token === undefined ? 'unknown' : tokens.check(token, now);
  if (verdict === 'expired') throw new Refusal(401, 'Invalid credentials.');
  if (verdict === 'unknown') {
    throw new Refusal(401, 'Authentication credentials could not be found.');
  }
}
