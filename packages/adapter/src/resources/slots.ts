import type { CalendarAddress } from '@slotwright/engine';
import type { SlotsRequest } from '@slotwright/engine/plan';
import { errAsync, ok, okAsync, type Result, type ResultAsync } from 'neverthrow';
import { bodyReader, noBody } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { belowAddress, invalidRequest } from '../http/call/path.js';
import { checkDate, checkTimes } from '../http/call/sentTime.js';
import type { CallFailure, ClientError, FieldProblem } from '../http/error/clientError.js';
import { MESSAGE } from '../wire/messages.js';
import { type FreeSlot, FreeSlots } from '../wire/slots.js';

/** A stretch of time in the form that is sent, `2026-10-05T09:00:00+02:00`. */
export interface TimeWindow {
  /** Its start, to the second and with an offset. */
  readonly start: string;
  /** Its end, in the same form. */
  readonly end: string;
}

/** Slots of a calendar (Docplanner API, section 9). */
export interface SlotCalls {
  /**
   * Free starts with the services that can be booked then, at most 180 days (Docplanner API, getSlots). None
   * is an empty list, whichever way the API says it.
   */
  readonly getSlots: (
    address: CalendarAddress,
    window: TimeWindow,
    options?: CallOptions,
  ) => ResultAsync<readonly FreeSlot[], ClientError>;
  /**
   * Replaces what is published in the request's dates (Docplanner API, replaceSlots). Success means accepted:
   * processing goes on afterwards. Fields of a refusal name the period that they are about. Safe to repeat,
   * and repeated. The request is sent byte for byte as JSON.stringify writes it.
   */
  readonly replaceSlots: (
    address: CalendarAddress,
    request: SlotsRequest,
    options?: CallOptions,
  ) => ResultAsync<void, ClientError>;
  /** Removes the slots of a local date, `2026-10-05` (Docplanner API, deleteSlots). Repeated like replaceSlots. */
  readonly deleteSlots: (
    address: CalendarAddress,
    date: string,
    options?: CallOptions,
  ) => ResultAsync<void, ClientError>;
}

const readSlots = bodyReader(FreeSlots);

export function slotCalls(call: Call): SlotCalls {
  return {
    getSlots: (address, { start, end }, options) =>
      call(
        {
          operation: 'getSlots',
          method: 'GET',
          path: checkTimes({ start, end }).andThen(() => belowAddress(address, '/slots')),
          query: { start, end, with: 'slot.services' },
          repeat: 'safe',
          needs: 'body',
          read: readSlots,
        },
        options,
      ).orElse((error) =>
        error.type === 'not-found' && error.message === MESSAGE.noSlots
          ? okAsync([])
          : errAsync(error),
      ),
    replaceSlots: (address, request, options) =>
      call(
        {
          operation: 'replaceSlots',
          method: 'PUT',
          path: checkSlots(request).andThen(() => belowAddress(address, '/slots')),
          body: request,
          repeat: 'safe',
          needs: 'status',
          read: noBody,
        },
        options,
      ).mapErr((error) => withPeriods(error, request)),
    deleteSlots: (address, date, options) =>
      call(
        {
          operation: 'deleteSlots',
          method: 'DELETE',
          path: checkDate(date).andThen(() => belowAddress(address, '/slots/{date}', { date })),
          repeat: 'safe',
          needs: 'status',
          read: noBody,
        },
        options,
      ),
  };
}

/** An empty list is refused too: no source says what it would do. */
function checkSlots({ slots }: SlotsRequest): Result<void, CallFailure> {
  if (slots.length === 0) return invalidRequest('slots', 'at least one entry');
  return slots.reduce<Result<void, CallFailure>>(
    (checked, { start, end }, index) =>
      checked.andThen(() =>
        checkTimes({ [`slots[${index}].start`]: start, [`slots[${index}].end`]: end }),
      ),
    ok(),
  );
}

function withPeriods(error: ClientError, { slots }: SlotsRequest): ClientError {
  if (error.type !== 'rejected') return error;
  const fields = error.fields.map((field): FieldProblem => {
    const entry = field.slotIndex === undefined ? undefined : slots[field.slotIndex];
    return entry === undefined
      ? field
      : { ...field, period: { start: entry.start, end: entry.end } };
  });
  return { ...error, fields };
}
