import { ok, type Result } from 'neverthrow';
import type { ClientError } from '../http/error/clientError.js';
import type { RemoteBreak } from '../wire/breaks.js';
import type { FreeSlot } from '../wire/slots.js';
import { callOptions, type Job, reading } from './job.js';
import { breakSpan, type Span, utcText } from './span.js';

/** What Docplanner shows of a stretch of time. */
export interface ReadBack {
  readonly slots: readonly FreeSlot[];
  readonly breaks: readonly RemoteBreak[];
  /** When breaks, whoever made them, and bookings hide slots. */
  readonly hidden: readonly Span[];
}

/** Reads slots, breaks and bookings; of bookings only their times. */
export async function readBack(job: Job, span: Span): Promise<Result<ReadBack, ClientError>> {
  const { client, address } = job;
  const [start, end] = [utcText(span.start), utcText(span.end)];
  const slots = await readSlots(job, span);
  if (slots.isErr()) return slots.map(() => ({ slots: [], breaks: [], hidden: [] }));
  const breaks = await reading(
    job,
    client.listBreaks(address, { since: start, till: end }, callOptions(job)),
  );
  if (breaks.isErr()) return breaks.map(() => ({ slots: [], breaks: [], hidden: [] }));
  const dayBefore = utcText(span.start - 86_400_000);
  const bookings = await reading(
    job,
    client.listBookings(address, { start: dayBefore, end }, callOptions(job)),
  );
  return bookings.andThen((list) =>
    ok({
      slots: slots.value,
      breaks: breaks.value,
      hidden: [
        ...breaks.value.map(breakSpan),
        ...list
          .filter(({ status }) => status !== 'canceled')
          .map(({ start, end }) => ({ start: start * 60_000, end: end * 60_000 })),
      ],
    }),
  );
}

/** Reads slots alone. */
export async function readSlots(
  job: Job,
  { start, end }: Span,
): Promise<Result<readonly FreeSlot[], ClientError>> {
  const window = { start: utcText(start), end: utcText(end) };
  return reading(job, job.client.getSlots(job.address, window, callOptions(job)));
}
