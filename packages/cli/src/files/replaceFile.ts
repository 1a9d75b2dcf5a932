import { randomUUID } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ResultAsync } from 'neverthrow';

/** A file that could not be written; `code` is the system's, such as EACCES. */
export interface NotWritten {
  readonly type: 'not-written';
  readonly file: string;
  readonly code: string;
}

/**
 * Replaces a file, readable by its owner only, so that after a crash there is the old one or the new one,
 * whole: a temporary file beside it is on disk before it takes the name.
 */
export function replaceFile(file: string, text: string): ResultAsync<void, NotWritten> {
  return ResultAsync.fromPromise(replace(file, text), (cause) => ({
    type: 'not-written',
    file,
    code: codeOf(cause),
  }));
}

/** One line for people. */
export function describeNotWritten({ file, code }: NotWritten): string {
  return `${file}: cannot be written (${code})`;
}

async function replace(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
  await syncFolder(dirname(file));
}

/** Where a folder cannot be opened or synced the rename is as durable as the system makes it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
}
