const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const SECONDS = /^\d{1,9}$/;

/**
 * The time that `X-RateLimit-Reset` names, on our clock, in milliseconds since the epoch. It is read against
 * the `Date` of the same answer, so that a clock that is wrong does not matter; undefined when there is none.
 */
export function resetTime(headers: Headers, now: number): number | undefined {
  const text = headers.get('x-ratelimit-reset') ?? '';
  const reset = ISO.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(reset) ? undefined : onOurClock(reset, headers, now);
}

/** The time that `Retry-After` names, as seconds or as an HTTP date, on our clock; undefined when there is none. */
export function retryAfterTime(headers: Headers, now: number): number | undefined {
  const text = (headers.get('retry-after') ?? '').trim();
  if (SECONDS.test(text)) return now + Number(text) * 1000;
  const date = /^[A-Za-z]{3},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : onOurClock(date, headers, now);
}

function onOurClock(time: number, headers: Headers, now: number): number {
  const serverNow = Date.parse(headers.get('date') ?? '');
  return now + time - (Number.isNaN(serverNow) ? now : serverNow);
}
