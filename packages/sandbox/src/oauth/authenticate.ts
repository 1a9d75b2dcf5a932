import { Refusal } from '../server/refusal.js';
import type { EpochMs } from '../time/zone.js';
import type { Tokens } from './tokens.js';

/** Lets a request with a valid bearer token pass; 401 otherwise (Docplanner API, section 1). */
export function authenticate(tokens: Tokens, authorization: string | null, now: EpochMs): void {
  const token = /^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const verdict = token === undefined ? 'unknown' : tokens.judge(token, now);
  if (verdict === 'expired') throw new Refusal(401, 'Invalid credentials.');
  if (verdict === 'unknown') {
    throw new Refusal(401, 'Authentication credentials could not be found.');
  }
}
