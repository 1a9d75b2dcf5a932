import type { CalendarAddress } from '@slotwright/engine';
import type { BreakRequest } from '@slotwright/engine/plan';
import { err, errAsync, ok, okAsync, type Result, type ResultAsync } from 'neverthrow';
import type { Answer } from '../http/answer/answer.js';
import { bodyReader, noBody } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { belowAddress } from '../http/call/path.js';
import { checkTimes } from '../http/call/sentTime.js';
import type { ClientError, Failure } from '../http/error/clientError.js';
import { Break, Breaks, type RemoteBreak } from '../wire/breaks.js';
import { MESSAGE } from '../wire/messages.js';

/** A break's stretch of time in the form that is sent, `2026-10-05T09:00:00+02:00`. */
export interface BreakRange {
  /** Its start, to the second and with an offset. */
  readonly since: string;
  /** Its end, not part of it. */
  readonly till: string;
}

/** Breaks of a calendar (Docplanner API, section 10). */
export interface BreakCalls {
  /** The breaks in a stretch of time, the doctor's own included (Docplanner API, getCalendarBreaks). */
  readonly listBreaks: (
    address: CalendarAddress,
    range: BreakRange,
    options?: CallOptions,
  ) => ResultAsync<readonly RemoteBreak[], ClientError>;
  /** One break (Docplanner API, getCalendarBreak). */
  readonly getBreak: (
    address: CalendarAddress,
    breakId: string,
    options?: CallOptions,
  ) => ResultAsync<RemoteBreak, ClientError>;
  /**
   * Adds a break (Docplanner API, addCalendarBreak); `conflict` when one with the same range and description
   * exists. Never sent again while its outcome is unknown: list the breaks first.
   */
  readonly createBreak: (
    address: CalendarAddress,
    request: BreakRequest,
    options?: CallOptions,
  ) => ResultAsync<RemoteBreak, ClientError>;
  /**
   * Moves a break (Docplanner API, moveCalendarBreak): `already-there` when it has that range. Never sent
   * again while its outcome is unknown.
   */
  readonly moveBreak: (
    address: CalendarAddress,
    breakId: string,
    range: BreakRange,
    options?: CallOptions,
  ) => ResultAsync<'moved' | 'already-there', ClientError>;
  /** Deletes a break: `already-gone` when there is none of that id (Docplanner API, deleteCalendarBreak). */
  readonly deleteBreak: (
    address: CalendarAddress,
    breakId: string,
    options?: CallOptions,
  ) => ResultAsync<'deleted' | 'already-gone', ClientError>;
}

const readBreak = bodyReader(Break);
const readBreaks = bodyReader(Breaks);

export function breakCalls(call: Call): BreakCalls {
  return {
    listBreaks: (address, { since, till }, options) =>
      call(
        {
          operation: 'getCalendarBreaks',
          method: 'GET',
          path: checkTimes({ since, till }).andThen(() => belowAddress(address, '/breaks')),
          query: { since, till },
          repeat: 'safe',
          needs: 'body',
          read: readBreaks,
        },
        options,
      ),
    getBreak: (address, breakId, options) =>
      call(
        {
          operation: 'getCalendarBreak',
          method: 'GET',
          path: belowAddress(address, '/breaks/{breakId}', { breakId }),
          repeat: 'safe',
          needs: 'body',
          read: readBreak,
        },
        options,
      ),
    createBreak: (address, { since, till, description }, options) =>
      call(
        {
          operation: 'addCalendarBreak',
          method: 'POST',
          path: checkTimes({ since, till }).andThen(() => belowAddress(address, '/breaks')),
          body: { since, till, description },
          repeat: 'never',
          needs: 'status',
          read: (answer) => readCreated(answer, { since, till, description }),
        },
        options,
      ),
    moveBreak: (address, breakId, { since, till }, options) =>
      call(
        {
          operation: 'moveCalendarBreak',
          method: 'PATCH',
          path: checkTimes({ since, till }).andThen(() =>
            belowAddress(address, '/breaks/{breakId}', { breakId }),
          ),
          body: { since, till },
          repeat: 'never',
          needs: 'status',
          read: noBody,
        },
        options,
      )
        .map(() => 'moved' as const)
        .orElse((error) =>
          error.type === 'rejected' &&
          error.status === 422 &&
          error.message === MESSAGE.sameDateRange
            ? okAsync('already-there' as const)
            : errAsync(error),
        ),
    deleteBreak: (address, breakId, options) =>
      call(
        {
          operation: 'deleteCalendarBreak',
          method: 'DELETE',
          path: belowAddress(address, '/breaks/{breakId}', { breakId }),
          repeat: 'safe',
          needs: 'status',
          read: noBody,
        },
        options,
      )
        .map(() => 'deleted' as const)
        .orElse((error) =>
          error.type === 'not-found' && error.message === MESSAGE.invalidBreakId
            ? okAsync('already-gone' as const)
            : errAsync(error),
        ),
  };
}

/** Without a readable body (before 1.4.7 there was none) the id is taken from Location. */
function readCreated(answer: Answer, sent: BreakRequest): Result<RemoteBreak, Failure> {
  return readBreak(answer).orElse((failure) => {
    const segment = /\/breaks\/([^/?#]+)$/.exec(answer.headers.get('location') ?? '')?.[1];
    const parsed = Break.safeParse({ id: segment, ...sent });
    return parsed.success ? ok(parsed.data) : err(failure);
  });
}
