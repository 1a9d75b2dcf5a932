import {
  type Calendar,
  type ComputedCalendar,
  calendarPreview,
  computeCalendar,
  instantFormatter,
  NOTHING_KNOWN,
  parseDocument,
  type SlotOutput,
  syncPlan,
  zoneOf,
} from '@slotwright/engine';
import { calendarPlan } from '@slotwright/engine/plan';
import { clinicCase, readHorizon } from '@slotwright/engine/testing';
import { type Profile, type Sandbox, startSandbox } from '@slotwright/sandbox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sandboxSeed } from '../src/sandbox/seed.js';

/** A client that knows the API and nothing of the engine or the sandbox. */
interface Address {
  readonly call: (method: string, path: string, body?: unknown) => Promise<Response>;
}

async function addressOf(sandbox: Sandbox, calendar: Calendar): Promise<Address> {
  const answer = await fetch(sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${sandbox.clientId}:${sandbox.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'integration' }),
  });
  const { access_token: token }: { access_token: string } = JSON.parse(await answer.text());
  const path = `facilities/${calendar.facilityId}/doctors/${calendar.doctorId}/addresses/${calendar.addressId}`;
  return {
    call: (method, rest, body) =>
      fetch(`${sandbox.baseUrl}/${path}/${rest}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

/** Sends a first sync; what the clinic says Docplanner knows already is put there as the doctor would. */
async function publish(
  result: ComputedCalendar,
  sandbox: Sandbox,
  profile: Profile,
): Promise<void> {
  const { call } = await addressOf(sandbox, result.calendar);
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  const split = { type: profile === 'strict' ? 'one-per-date' : 'one-request' } as const;
  const { requests, breaks } = calendarPlan(syncPlan(result, NOTHING_KNOWN, undefined, split));
  for (const body of requests) {
    const answer = await call('PUT', 'slots', body);
    expect([answer.status, await answer.text()]).toEqual([201, '']);
  }
  for (const body of breaks) {
    const answer = await call('POST', 'breaks', body);
    expect(answer.status).toBe(201);
  }
  for (const { start, end } of result.blocked.filter((time) => time.source.publish === 'none')) {
    sandbox.control.addBreakAsDoctor({
      addressId: result.calendar.addressId,
      since: iso(start),
      till: iso(end),
    });
  }
}

interface ShownSlot {
  readonly start: string;
  readonly address_services: { readonly _items: readonly { readonly id: string }[] };
}

async function shown(result: ComputedCalendar, sandbox: Sandbox): Promise<readonly SlotOutput[]> {
  const [first, last] = [result.dates.at(0), result.dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { call } = await addressOf(sandbox, result.calendar);
  const iso = instantFormatter(zoneOf(result.calendar.timezone));
  const query = new URLSearchParams({
    start: iso(first.start),
    end: iso(last.end),
    with: 'slot.services',
  });
  const answer = await call('GET', `slots?${query}`);
  const { _items: items }: { _items: readonly ShownSlot[] } = JSON.parse(await answer.text());
  // A preview has no start that is over.
  const next = items.filter(({ start }) => Date.parse(start) >= result.now * 60_000);
  return next.map((item) => ({
    start: item.start,
    addressServiceIds: item.address_services._items.map(({ id }) => id).sort(),
  }));
}

test.each(['strict', 'lenient'] as const)(
  'what the engine previews is what a %s sandbox shows',
  async (profile) => {
    await fc.assert(
      fc.asyncProperty(clinicCase({ mostCalendars: 1 }), async ({ document, horizon }) => {
        const asked = readHorizon(horizon)._unsafeUnwrap();
        const parsed = parseDocument(document)._unsafeUnwrap();
        const sandbox = await startSandbox({
          profile,
          seed: sandboxSeed(parsed),
          now: () => asked.now * 60_000,
        });
        try {
          for (const calendar of parsed.calendars) {
            const result = computeCalendar(calendar, asked, asked.now);
            await publish(result, sandbox, profile);
            const expected = calendarPreview(result).days.flatMap(({ slots }) =>
              slots.map(({ start, addressServiceIds }) => ({
                start,
                addressServiceIds: [...addressServiceIds].sort(),
              })),
            );
            expect(await shown(result, sandbox)).toEqual(expected);
          }
        } finally {
          await sandbox.close();
        }
      }),
      { numRuns: Number(process.env.SLOTWRIGHT_RUNS ?? 60) },
    );
  },
);
