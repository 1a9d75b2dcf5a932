import type { CalendarAddress } from '@slotwright/engine';
import type { Sandbox } from '@slotwright/sandbox';
import type { Visit } from './clinic.js';

interface ListedBreak {
  readonly id: string;
  readonly since: number;
  readonly till: number;
  readonly description: string;
}

/** Somebody who looks at the sandbox with a client of their own, past every fault. */
export interface Bystander {
  /** What can still be booked. */
  readonly visits: (address: CalendarAddress) => Promise<readonly Visit[]>;
  readonly breaks: (address: CalendarAddress) => Promise<readonly ListedBreak[]>;
}

interface Item {
  readonly id: string;
  readonly start: string;
  readonly since: string;
  readonly till: string;
  readonly description: string | null;
  readonly duration: number;
  readonly address_services: { readonly _items: readonly Item[] };
}

/** Looks at the time between the two instants (milliseconds); the token must be valid long enough. */
export async function bystander(sandbox: Sandbox, start: number, end: number): Promise<Bystander> {
  const answer = await fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${sandbox.clientId}:${sandbox.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' }),
  });
  const { access_token: token }: { access_token: string } = JSON.parse(await answer.text());
  const text = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
  const items = async (
    { facilityId, doctorId, addressId }: CalendarAddress,
    path: string,
    query: Record<string, string>,
  ): Promise<readonly Item[]> => {
    const url = `${sandbox.baseUrl}/facilities/${facilityId}/doctors/${doctorId}/addresses/${addressId}/${path}?${new URLSearchParams(query)}`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    if (response.status !== 200) throw new Error(`${path}: ${await response.text()}`);
    const body: { _items: readonly Item[] } = JSON.parse(await response.text());
    return body._items;
  };
  return {
    visits: async (address) => {
      const query = { start: text(start), end: text(end), with: 'slot.services' };
      const slots = await items(address, 'slots', query);
      return slots
        .filter((slot) => Date.parse(slot.start) >= sandbox.control.now())
        .flatMap((slot) =>
          slot.address_services._items.map(({ id, duration }) => ({
            start: Date.parse(slot.start),
            end: Date.parse(slot.start) + duration * 60_000,
            service: id,
          })),
        );
    },
    breaks: async (address) =>
      (await items(address, 'breaks', { since: text(start), till: text(end) })).map((each) => ({
        id: each.id,
        since: Date.parse(each.since),
        till: Date.parse(each.till),
        description: each.description ?? '',
      })),
  };
}
