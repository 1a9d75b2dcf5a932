import { ok, Result, ResultAsync } from 'neverthrow';
import type { InvalidOptions } from '../errors/clientError.js';
import { createMemoryLimiter, documentedLimits } from '../limits/memoryLimiter.js';
import type { RateLimiter } from '../limits/rateLimiter.js';
import { type ClientOptions, type Settings, settingsOf } from '../options/clientOptions.js';
import { type Endpoints, endpointsOf } from '../options/endpoints.js';
import type { Ports } from '../options/ports.js';
import { type AddressServiceCalls, addressServiceCalls } from '../resources/addressServices.js';
import { type BookingCalls, bookingCalls } from '../resources/bookings.js';
import { type BreakCalls, breakCalls } from '../resources/breaks.js';
import { type CalendarCalls, calendarCalls } from '../resources/calendar.js';
import { type DirectoryCalls, directoryCalls } from '../resources/directory.js';
import { type NotificationCalls, notificationCalls } from '../resources/notifications.js';
import { type SlotCalls, slotCalls } from '../resources/slots.js';
import { basicCredentials } from '../token/basicCredentials.js';
import { tokenRequest } from '../token/tokenRequest.js';
import { tokenSource } from '../token/tokenSource.js';
import { caller } from './caller.js';
import { exchange } from './exchange.js';

/** Docplanner's Integrations API v3, as far as calendars go. Holds functions only: no secret can be read off it. */
export interface DocplannerClient
  extends SlotCalls,
    BreakCalls,
    BookingCalls,
    CalendarCalls,
    AddressServiceCalls,
    DirectoryCalls,
    NotificationCalls {}

/**
 * Makes a client. Nothing is sent yet; the first call fetches the token that all calls share. Fails with
 * `invalid-options`, for instance for a base URL that is neither HTTPS nor loopback.
 */
export function createDocplannerClient(
  options: ClientOptions,
): ResultAsync<DocplannerClient, InvalidOptions> {
  const client = Result.combine([
    settingsOf(options),
    endpointsOf(options.server),
    basicCredentials(options.clientId, options.clientSecret),
    limiterOf(options),
  ]).map(([settings, endpoints, authorization, limiter]) =>
    assemble({ ports: options.ports, settings, endpoints, authorization, limiter }),
  );
  return new ResultAsync(Promise.resolve(client));
}

function limiterOf({ limiter, limits, ports }: ClientOptions): Result<RateLimiter, InvalidOptions> {
  return limiter === undefined
    ? createMemoryLimiter(limits ?? documentedLimits, ports)
    : ok(limiter);
}

interface Parts {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly endpoints: Endpoints;
  readonly authorization: string;
  readonly limiter: RateLimiter;
}

function assemble({ ports, settings, endpoints, authorization, limiter }: Parts): DocplannerClient {
  const { maxWaitMs } = settings;
  const send = exchange(ports, settings);
  const request = tokenRequest(endpoints.token, authorization, send, ports, maxWaitMs);
  const tokens = tokenSource(request, ports.clock);
  const call = caller({ apiUrl: endpoints.api, exchange: send, tokens, limiter, ports, maxWaitMs });
  return {
    ...slotCalls(call),
    ...breakCalls(call),
    ...bookingCalls(call),
    ...calendarCalls(call),
    ...addressServiceCalls(call),
    ...directoryCalls(call),
    ...notificationCalls(call),
  };
}
