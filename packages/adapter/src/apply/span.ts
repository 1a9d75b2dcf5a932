/** A half-open stretch of time in milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True if two stretches share time. */
export function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if `inner` lies within `outer`. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The time of a break. */
export function breakSpan({
  since,
  till,
}: {
  readonly since: string;
  readonly till: string;
}): Span {
  return { start: Date.parse(since), end: Date.parse(till) };
}

/** A moment as it is sent in a query. */
export function utcText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}
