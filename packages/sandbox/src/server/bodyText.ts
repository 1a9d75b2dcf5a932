/**
 * The whole body as text; null when it is longer than `maxBytes`. A longer one is still read to its end, so that
 * the client gets to see the answer instead of a broken connection, but it is not kept.
 */
export async function readBodyText(request: Request, maxBytes: number): Promise<string | null> {
  if (request.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<unknown> = request.body;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > maxBytes ? null : Buffer.concat(chunks).toString('utf8');
}
