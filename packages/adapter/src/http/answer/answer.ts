import { withoutSecrets } from './secrets.js';

/** What came back: status and headers arrived; the body was read, is too long, or broke off. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** JSON is read whatever the media type says. */
export type Body =
  | { readonly type: 'json'; readonly value: unknown }
  /** Empty, or not JSON. */
  | { readonly type: 'other' }
  /** Longer than `MAX_ANSWER_BYTES`; the rest was not read. */
  | { readonly type: 'too-long' }
  | { readonly type: 'broken'; readonly reason: 'timeout' | 'connection' };

/** No answer of the API comes near this many bytes, counted after decompression. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/**
 * Reads a body piece by piece, and no further than it may go; `secrets` that it repeats are removed. A body
 * that breaks off rejects.
 */
export async function readBody({ body }: Response, secrets: readonly string[]): Promise<Body> {
  if (body === null) return { type: 'other' };
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parse(withoutSecrets(text + decoder.decode(), secrets));
    length += value.byteLength;
    if (length > MAX_ANSWER_BYTES) {
      // Whoever sends that much may take for ever to accept that nobody listens.
      reader.cancel().catch(() => undefined);
      return { type: 'too-long' };
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parse(text: string): Body {
  try {
    return { type: 'json', value: JSON.parse(text) };
  } catch {
    return { type: 'other' };
  }
}

/** The value of a body that is JSON. */
export function jsonOf(body: Body): unknown {
  return body.type === 'json' ? body.value : undefined;
}

/** True for 200 to 299. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
  return status >= 200 && status < 300;
}
