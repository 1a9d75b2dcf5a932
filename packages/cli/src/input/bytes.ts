import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { InputProblem } from './inputError.js';

const MEBIBYTE = 1_048_576;
const MAX_MIB = 64;

/** The largest file that is read. */
export const MAX_BYTES = MAX_MIB * MEBIBYTE;

const TOO_LARGE: InputProblem = { type: 'too-large', limitMiB: MAX_MIB };

/** The bytes of a file; one that is too large is refused before it is read, or as soon as it shows. */
export function readFileBytes(file: string): ResultAsync<Buffer, InputProblem> {
  return ResultAsync.fromPromise(readOpened(file), fileProblem).andThen((read) => read);
}

async function readOpened(file: string): Promise<Result<Buffer, InputProblem>> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) return err({ type: 'folder' });
    if (stat.size > MAX_BYTES) return err(TOO_LARGE);
    return await collect(handle.createReadStream({ autoClose: false }), stat.size);
  } finally {
    await handle.close();
  }
}

/** The bytes of standard input, up to the same limit. */
export function readStreamBytes(stream: Readable): ResultAsync<Buffer, InputProblem> {
  return ResultAsync.fromPromise(collect(stream, 0), fileProblem).andThen((read) => read);
}

/** All that a stream gives, of which so many bytes are expected. */
async function collect(stream: Readable, expected: number): Promise<Result<Buffer, InputProblem>> {
  const read: AsyncIterable<Uint8Array | string> = stream;
  let bytes = Buffer.allocUnsafe(expected);
  let size = 0;
  for await (const chunk of read) {
    const more = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const before = size;
    size += more.length;
    if (size > MAX_BYTES) return err(TOO_LARGE);
    if (size > bytes.length) bytes = Buffer.concat([bytes.subarray(0, before)], 2 * size);
    bytes.set(more, before);
  }
  return ok(bytes.subarray(0, size));
}

function fileProblem(error: unknown): InputProblem {
  // Read here, as the adapter's reading of it would load the adapter for every command that asks no server.
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return { type: 'missing-file' };
    case 'EISDIR':
      return { type: 'folder' };
    default:
      return { type: 'unreadable', code };
  }
}
