/** Calls allowed per client and window (Docplanner API, section 13); null means no limit. */
export interface Limits {
  /** GET and HEAD requests an hour. */
  readonly getsPerHour: number | null;
  /** All other requests a minute. */
  readonly writesPerMinute: number | null;
  /** All other requests an hour. */
  readonly writesPerHour: number | null;
}

/** The default: no limiter, and so no X-RateLimit headers. */
export const noLimits: Limits = { getsPerHour: null, writesPerMinute: null, writesPerHour: null };

/** Docplanner's documented values. */
export const documentedLimits: Limits = {
  getsPerHour: 8000,
  writesPerMinute: 40,
  writesPerHour: 2400,
};
