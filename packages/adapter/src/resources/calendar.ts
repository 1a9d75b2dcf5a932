import type { CalendarAddress } from '@slotwright/engine';
import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import { bodyReader, noBody } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { belowAddress } from '../http/call/path.js';
import type { ClientError } from '../http/error/clientError.js';
import { Calendar, type CalendarStatus } from '../wire/calendar.js';
import { MESSAGE } from '../wire/messages.js';

/** The switch of a calendar (Docplanner API, section 8). */
export interface CalendarCalls {
  /** Docplanner API, getCalendar. */
  readonly getCalendar: (
    address: CalendarAddress,
    options?: CallOptions,
  ) => ResultAsync<CalendarStatus, ClientError>;
  /** Docplanner API, enableCalendar; `already` when it was enabled. */
  readonly enableCalendar: (
    address: CalendarAddress,
    options?: CallOptions,
  ) => ResultAsync<'changed' | 'already', ClientError>;
  /** Docplanner API, disableCalendar; `already` when it was disabled. */
  readonly disableCalendar: (
    address: CalendarAddress,
    options?: CallOptions,
  ) => ResultAsync<'changed' | 'already', ClientError>;
}

const readCalendar = bodyReader(Calendar);

export function calendarCalls(call: Call): CalendarCalls {
  const switchTo = (
    to: 'enable' | 'disable',
    address: CalendarAddress,
    options: CallOptions | undefined,
  ): ResultAsync<'changed' | 'already', ClientError> =>
    call(
      {
        operation: `${to}Calendar`,
        method: 'POST',
        path: belowAddress(address, `/calendar/${to}`),
        repeat: 'never',
        needs: 'status',
        read: noBody,
      },
      options,
    )
      .map(() => 'changed' as const)
      .orElse((error) =>
        error.type === 'conflict' ? okAsync('already' as const) : errAsync(error),
      );

  return {
    getCalendar: (address, options) =>
      call(
        {
          operation: 'getCalendar',
          method: 'GET',
          path: belowAddress(address, '/calendar'),
          repeat: 'safe',
          needs: 'body',
          read: readCalendar,
        },
        options,
      ).orElse((error) =>
        error.type === 'not-found' && error.message === MESSAGE.calendarMissing
          ? okAsync('missing' as const)
          : errAsync(error),
      ),
    enableCalendar: (address, options) => switchTo('enable', address, options),
    disableCalendar: (address, options) => switchTo('disable', address, options),
  };
}
