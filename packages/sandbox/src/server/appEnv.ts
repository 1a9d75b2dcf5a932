import type { HttpBindings } from '@hono/node-server';

/** What travels with a request through the app. */
export interface AppEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    rawBody: string | null;
    /** What a fault let through instead of the response's status; null when nothing. */
    sentStatus: number | null | undefined;
  };
}
