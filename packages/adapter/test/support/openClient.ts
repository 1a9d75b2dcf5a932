import type { CalendarAddress } from '@slotwright/engine';
import type { ClientOptions } from '../../src/http/options/clientOptions.js';
import { createDocplannerClient, type DocplannerClient } from '../../src/resources/client.js';

/** The address of the sandbox's own clinic that tests use, and its first service. */
export const ADDRESS: CalendarAddress = { facilityId: '1', doctorId: '10', addressId: '100' };
export const SERVICE = '1001';

/** A moment of Tuesday 14 May 2030 in Madrid. */
export function tuesday(clock: string): string {
  return `2030-05-14T${clock}:00+02:00`;
}

/** One work period of that day. */
export function workPeriod(from: string, to: string, duration = 30) {
  return {
    start: tuesday(from),
    end: tuesday(to),
    address_services: [{ address_service_id: SERVICE, duration }],
  };
}

export const WHOLE_TUESDAY = { start: tuesday('00:00'), end: tuesday('23:59') };

/** A client of a sandbox. */
export async function openClient(
  sandbox: { readonly url: string; readonly clientId: string; readonly clientSecret: string },
  options: Pick<ClientOptions, 'ports'> & Partial<ClientOptions>,
): Promise<DocplannerClient> {
  const { url, clientId, clientSecret } = sandbox;
  const server = { baseUrl: url };
  const client = await createDocplannerClient({ server, clientId, clientSecret, ...options });
  return client._unsafeUnwrap();
}
