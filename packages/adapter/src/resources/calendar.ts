import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import type { Call, CallOptions } from '../http/call/call.js';
import { type AddressRef, belowAddress } from '../http/call/path.js';
import { nothing, reader } from '../http/call/read.js';
import type { ClientError } from '../http/error/clientError.js';
import { Calendar, type CalendarStatus } from '../wire/calendar.js';

/** The switch of a calendar (Docplanner API, section 8). */
export interface CalendarCalls {
  /** Docplanner API, getCalendar. */
  readonly getCalendar: (
    address: AddressRef,
    options?: CallOptions,
  ) => ResultAsync<CalendarStatus, ClientError>;
  /** Docplanner API, enableCalendar; `already` when it was enabled. */
  readonly enableCalendar: (
    address: AddressRef,
    options?: CallOptions,
  ) => ResultAsync<'changed' | 'already', ClientError>;
  /** Docplanner API, disableCalendar; `already` when it was disabled. */
  readonly disableCalendar: (
    address: AddressRef,
    options?: CallOptions,
  ) => ResultAsync<'changed' | 'already', ClientError>;
}

const readCalendar = reader(Calendar);

export function calendarCalls(call: Call): CalendarCalls {
  const turn = (
    to: 'enable' | 'disable',
    address: AddressRef,
    options: CallOptions | undefined,
  ): ResultAsync<'changed' | 'already', ClientError> =>
    call(
      {
        operation: `${to}Calendar`,
        method: 'POST',
        path: belowAddress(address, `/calendar/${to}`),
        repeat: 'never',
        needs: 'status',
        read: nothing,
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
        error.type === 'not-found' && error.message === 'Calendar does not exist'
          ? okAsync('missing' as const)
          : errAsync(error),
      ),
    enableCalendar: (address, options) => turn('enable', address, options),
    disableCalendar: (address, options) => turn('disable', address, options),
  };
}
