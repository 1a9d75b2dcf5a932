import type { Result } from 'neverthrow';
import { err, ok } from 'neverthrow';
import { EXIT, type Failure } from '../exit.js';
import type { Io } from '../io.js';
import { type Credentials, readCredentialsFile } from './credentialsFile.js';

const ID = 'SLOTWRIGHT_CLIENT_ID';
const SECRET = 'SLOTWRIGHT_CLIENT_SECRET';

/** The credentials of a file, if one is named, else those of the environment. No flag takes a secret. */
export async function readCredentials(
  file: string | undefined,
  { env }: Io,
): Promise<Result<Credentials, Failure>> {
  if (file !== undefined) return await readCredentialsFile(file);
  const { [ID]: clientId = '', [SECRET]: clientSecret = '' } = env;
  const missing = [...(clientId === '' ? [ID] : []), ...(clientSecret === '' ? [SECRET] : [])];
  if (missing.length === 0) return ok({ clientId, clientSecret });
  const what = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`;
  return err({
    exit: EXIT.failure,
    message: `no credentials: ${what} in the environment; set them, or name a file with --credentials`,
  });
}
