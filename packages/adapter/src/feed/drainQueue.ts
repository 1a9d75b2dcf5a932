import { err, type Result, type ResultAsync } from 'neverthrow';
import type { CallOptions } from '../http/call/call.js';
import type { ClientError } from '../http/error/clientError.js';
import { applyNotifications } from './applyNotifications.js';
import type { BookingsFile } from './bookingsFile.js';
import type { PullClient } from './pullReport.js';

export interface Drained {
  readonly file: BookingsFile;
  readonly pulled: number;
  readonly remaining: number;
}

interface Draining {
  readonly maxBatches: number;
  readonly options: CallOptions;
  /** The file to save when nothing is under way any more, and whether something is left on the queue. */
  readonly settle: (file: BookingsFile, left: 'nothing' | 'something') => BookingsFile;
}

/** As many as one request may take (Docplanner API, section 12). */
const BATCH = 100;

/**
 * Takes notifications off the queue and applies them, batch by batch. The file is saved first as it is, not
 * settled, because what a request takes off the queue is lost if its answer is.
 */
export async function drainQueue<E>(
  client: Pick<PullClient, 'pullNotifications'>,
  start: BookingsFile,
  save: (file: BookingsFile) => ResultAsync<void, E>,
  { maxBatches, options, settle }: Draining,
): Promise<Result<Drained, ClientError | E>> {
  let file = start;
  let pulled = 0;
  let remaining = 0;
  let more = true;
  for (let batch = 1; more && batch <= maxBatches; batch += 1) {
    const saved = await save(file);
    if (saved.isErr()) return err(saved.error);
    const answer = await client.pullNotifications(BATCH, options);
    if (answer.isErr()) return settleAfter(answer.error, file, save, settle);
    const { notifications } = answer.value;
    file = applyNotifications(file, notifications);
    pulled += notifications.length;
    remaining = answer.value.remaining;
    const full = notifications.length >= BATCH;
    more = notifications.length > 0 && (remaining > 0 || full);
  }
  const settled = settle(file, more || remaining > 0 ? 'something' : 'nothing');
  return (await save(settled)).map(() => ({ file: settled, pulled, remaining }));
}

/** Where the failed request certainly took nothing off the queue, nothing is lost. */
async function settleAfter<E>(
  error: ClientError,
  file: BookingsFile,
  save: (file: BookingsFile) => ResultAsync<void, E>,
  settle: Draining['settle'],
): Promise<Result<never, ClientError | E>> {
  if (error.outcome !== 'not-done') return err(error);
  const saved = await save(settle(file, 'something'));
  return saved.isErr() ? err(saved.error) : err(error);
}
