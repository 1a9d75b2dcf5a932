import { randomUUID } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a file so that after a crash there is the old one or the new one, whole: a temporary file beside
 * it that only its owner may read, on disk before it takes the name, and the name on disk before this returns.
 * Rejects with the system's error, whose code `systemCode` tells; the old file is there then.
 */
export async function atomicWrite(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomUUID()}.tmp`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (thrown) {
    await unlink(temporary).catch(() => undefined);
    throw thrown;
  }
  await syncFolder(dirname(path));
}

/** Windows cannot open folders; there the rename is as durable as the system makes it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  if (folder === undefined) return;
  try {
    await folder.sync();
  } catch {
    // Some file systems cannot sync a folder.
  } finally {
    await folder.close();
  }
}
