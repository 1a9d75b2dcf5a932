import { ok, Result, ResultAsync } from 'neverthrow';
import { caller } from '../http/call/caller.js';
import type { InvalidOptions } from '../http/error/clientError.js';
import { createMemoryLimiter, documentedLimits } from '../http/limits/memoryLimiter.js';
import type { RateLimiter } from '../http/limits/rateLimiter.js';
import { type ClientOptions, type Settings, settingsOf } from '../http/options/clientOptions.js';
import { type Endpoints, endpointsOf } from '../http/options/endpoints.js';
import { type Ports, steadyClock } from '../http/options/ports.js';
import { exchanges } from '../http/request/exchange.js';
import { basicCredentials } from '../http/token/basicCredentials.js';
import { tokenRequest } from '../http/token/tokenRequest.js';
import { tokenSource } from '../http/token/tokenSource.js';
import { type AddressServiceCalls, addressServiceCalls } from './addressServices.js';
import { type BookingCalls, bookingCalls } from './bookings.js';
import { type BreakCalls, breakCalls } from './breaks.js';
import { type CalendarCalls, calendarCalls } from './calendar.js';
import { type DirectoryCalls, directoryCalls } from './directory.js';
import { type NotificationCalls, notificationCalls } from './notifications.js';
import { type SlotCalls, slotCalls } from './slots.js';
import { namingWrongIds } from './wrongId.js';

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
    assemble({
      ports: { ...options.ports, clock: steadyClock(options.ports) },
      settings,
      endpoints,
      authorization,
      limiter,
      secrets: [options.clientSecret, authorization.replace('Basic ', '')],
    }),
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
  readonly secrets: readonly string[];
}

function assemble({
  ports,
  settings,
  endpoints,
  authorization,
  limiter,
  secrets,
}: Parts): DocplannerClient {
  const { maxWaitMs, timeoutMs } = settings;
  const open = exchanges(ports, { ...settings, secrets });
  const request = tokenRequest(endpoints.token, authorization, open, ports, maxWaitMs);
  const tokens = tokenSource(request, ports.clock);
  const call = namingWrongIds(
    caller({ apiUrl: endpoints.api, open, tokens, limiter, ports, maxWaitMs, timeoutMs }),
  );
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
