import { type EpochMs, formatTimestamp, HOUR, MINUTE } from '../time/zone.js';
import type { Limits } from './limits.js';

/** One fixed window of calls: it opens with the first call after the last one closed. */
interface Window {
  readonly limit: number;
  readonly lengthMs: number;
  readonly resetsAt: EpochMs;
  readonly used: number;
}

interface Verdict {
  readonly allowed: boolean;
  /** X-RateLimit headers of the tightest window; none when the limiter is off. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts one call in a window; a refused call is not counted. */
function count(window: Window, now: EpochMs): Window & { readonly allowed: boolean } {
  const open =
    now < window.resetsAt ? window : { ...window, resetsAt: now + window.lengthMs, used: 0 };
  const allowed = open.used < open.limit;
  return { ...open, used: allowed ? open.used + 1 : open.used, allowed };
}

function closed(limit: number | null, lengthMs: number): readonly Window[] {
  return limit === null ? [] : [{ limit, lengthMs, resetsAt: 0, used: 0 }];
}

function headersOf(window: Window, zone: string): Readonly<Record<string, string>> {
  return {
    'X-RateLimit-Limit': String(window.limit),
    'X-RateLimit-Remaining': String(window.limit - window.used),
    'X-RateLimit-Used': String(window.used),
    // Rounded up, so that whoever waits until then is let through.
    'X-RateLimit-Reset': formatTimestamp(Math.ceil(window.resetsAt / 1000) * 1000, zone),
  };
}

export interface Limiter {
  admit(method: string, now: EpochMs): Verdict;
  forget(): void;
}

/** The limiter of one client (Docplanner API, section 13): GETs and writes are counted apart. */
export function createLimiter(limits: Limits, zone: string): Limiter {
  const fresh = () => ({
    reads: closed(limits.getsPerHour, HOUR),
    writes: [...closed(limits.writesPerMinute, MINUTE), ...closed(limits.writesPerHour, HOUR)],
  });
  let windows = fresh();
  return {
    admit(method, now) {
      const kind = method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
      const counted = windows[kind].map((window) => count(window, now));
      const allowed = counted.every((window) => window.allowed);
      if (allowed) windows = { ...windows, [kind]: counted };
      const tightest = counted.toSorted((a, b) => tightness(a) - tightness(b))[0];
      return { allowed, headers: tightest === undefined ? {} : headersOf(tightest, zone) };
    },
    forget() {
      windows = fresh();
    },
  };
}

/** A full window sorts before every other, the one that stays full longest first. */
function tightness(window: Window & { readonly allowed: boolean }): number {
  return window.allowed ? window.limit - window.used : -window.resetsAt;
}
