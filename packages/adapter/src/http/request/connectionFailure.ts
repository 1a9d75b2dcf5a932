import type { Outcome } from '../error/clientError.js';

/** System error codes after which no byte of the request can have reached the server. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * What a rejected fetch says: its system error code, and whether the request may have been received. Only
 * the code is kept, because messages of fetch can quote headers.
 */
export function connectionFailure(thrown: unknown): {
  readonly code: string;
  readonly outcome: Outcome;
} {
  const code = codeOf(thrown) ?? codeOf(causeOf(thrown)) ?? '';
  return { code, outcome: BEFORE_SENDING.has(code) ? 'not-done' : 'unknown' };
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  const { code } = thrown;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}

function causeOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'cause' in thrown
    ? thrown.cause
    : undefined;
}
