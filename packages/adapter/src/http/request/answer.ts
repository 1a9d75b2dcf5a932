/** What came back: status and headers arrived; the body is whole, or broke off. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export type Body =
  | { readonly type: 'whole'; readonly text: string }
  | { readonly type: 'broken'; readonly reason: 'timeout' | 'connection' };

/** The body as JSON whatever its media type says; undefined when it is none. */
export function jsonOf(body: Body): unknown {
  if (body.type === 'broken') return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return undefined;
  }
}
