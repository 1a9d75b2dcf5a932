import { open } from 'node:fs/promises';
import { err, ok, Result, ResultAsync } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';

/** What the token endpoint wants. Never printed, never written. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const MAX_BYTES = 10_000;
const OTHERS = 0o077;

const parseJson = Result.fromThrowable((text: string): unknown => JSON.parse(text));

/**
 * Reads a client id and its secret: JSON `{"clientId": …, "clientSecret": …}`, or two lines. A file that
 * others may read, write or run is refused where there are such modes. Errors never quote the file.
 */
export async function readCredentialsFile(file: string): Promise<Result<Credentials, Failure>> {
  const text = await ResultAsync.fromPromise(readOwn(file), (cause) =>
    failure(file, `cannot be read (${codeOf(cause)})`),
  );
  return text.andThen((read) => read).andThen((read) => credentialsIn(read, file));
}

/** Mode and text of one open file, so that it cannot be exchanged in between. */
async function readOwn(file: string): Promise<Result<string, Failure>> {
  const handle = await open(file, 'r');
  try {
    const { mode, size } = await handle.stat();
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      const octal = (mode & 0o777).toString(8).padStart(4, '0');
      return err(
        failure(file, `its mode is ${octal}, so others have access to it; run chmod 600 on it`),
      );
    }
    if (size > MAX_BYTES) return err(failure(file, 'too large to be a file of credentials'));
    return ok(await handle.readFile('utf8'));
  } finally {
    await handle.close();
  }
}

function credentialsIn(text: string, file: string): Result<Credentials, Failure> {
  const found = text.trimStart().startsWith('{') ? fromJson(text) : fromLines(text);
  return found === undefined
    ? err(
        failure(
          file,
          'no credentials in it; expected {"clientId": "…", "clientSecret": "…"}, or the id and the secret in two lines',
        ),
      )
    : ok(found);
}

function fromJson(text: string): Credentials | undefined {
  const json = parseJson(text).unwrapOr(undefined);
  if (typeof json !== 'object' || json === null) return undefined;
  if (!('clientId' in json) || !('clientSecret' in json)) return undefined;
  const { clientId, clientSecret } = json;
  if (typeof clientId !== 'string' || typeof clientSecret !== 'string') return undefined;
  return filled({ clientId, clientSecret });
}

function fromLines(text: string): Credentials | undefined {
  const [clientId = '', clientSecret = '', ...more] = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return more.length > 0 ? undefined : filled({ clientId, clientSecret });
}

function filled(credentials: Credentials): Credentials | undefined {
  return credentials.clientId === '' || credentials.clientSecret === '' ? undefined : credentials;
}

function failure(file: string, reason: string): Failure {
  return { exit: EXIT.failure, message: `${file}: ${reason}` };
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
}
