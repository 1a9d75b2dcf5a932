import fc from 'fast-check';

/** What happens to one request. */
export type Fault =
  | { readonly type: 'none' }
  | { readonly type: 'status'; readonly status: number; readonly when: 'before' | 'after' }
  | { readonly type: 'drop'; readonly when: 'before' | 'after' }
  | { readonly type: 'refuse' }
  | { readonly type: 'truncate' }
  | { readonly type: 'delay'; readonly ms: number }
  /** The process ends there; nothing of it is left but the store. */
  | { readonly type: 'kill'; readonly when: 'before' | 'after' }
  /** Somebody does something before the request is sent. */
  | { readonly type: 'patient'; readonly which: number }
  | { readonly type: 'doctor'; readonly at: number; readonly minutes: number };

const when = fc.constantFrom('before', 'after');

export function fault(): fc.Arbitrary<Fault> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant<Fault>({ type: 'none' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('status'),
        status: fc.constantFrom(500, 502, 503, 504, 408, 520),
        when,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('status'),
        status: fc.constantFrom(400, 401, 403, 429),
        when: fc.constant('before'),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('drop'), when }) },
    { weight: 1, arbitrary: fc.constant<Fault>({ type: 'refuse' }) },
    { weight: 1, arbitrary: fc.constant<Fault>({ type: 'truncate' }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('delay'), ms: fc.integer({ min: 1, max: 40_000 }) }),
    },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('kill'), when }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('patient'), which: fc.nat(1000) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('doctor'),
        at: fc.nat(1000),
        minutes: fc.integer({ min: 1, max: 200 }),
      }),
    },
  );
}
