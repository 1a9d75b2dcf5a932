import { z } from 'zod';
import { addressUrl, locateAddress, locateWritable, withActiveCalendar } from '../server/locate.js';
import {
  ADDRESS_PATH,
  type Call,
  created,
  items,
  noContent,
  ok,
  type Reply,
  type Route,
} from '../server/operation.js';
import { Refusal } from '../server/refusal.js';
import { readBody } from '../server/request-body.js';
import { addBreak, coupledAddresses, hasBreak, moveBreak, removeBreak } from '../state/breaks.js';
import type { Address, Break } from '../state/world.js';
import { parseTimestamp } from '../time/timestamp.js';
import { formatTimestamp } from '../time/zone.js';
import { breakView } from '../views/break-view.js';

const BREAK_PATH = `${ADDRESS_PATH}/breaks/:break`;

const BreakRequest = z.object({
  since: z.unknown().optional(),
  till: z.unknown().optional(),
  description: z.string().nullish(),
  apply_on_coupled_addresses: z.boolean().nullish(),
});

/** `since` and `till` of a body: 400 when one is missing, 422 when one is no timestamp. */
function readRange(call: Call, body: z.infer<typeof BreakRequest>): Pick<Break, 'since' | 'till'> {
  const [since, till] = (['since', 'till'] as const).map((name) => {
    const text = body[name] ?? '';
    if (text === '') throw new Refusal(400, `Param "${name}" is required!`);
    return typeof text === 'string' ? parseTimestamp(text, call.behaviour.timestamps) : null;
  });
  if (typeof since !== 'number' || typeof till !== 'number') {
    throw new Refusal(422, 'Invalid date range');
  }
  return { since, till };
}

function requireCalendar(address: Address): Address {
  if (address.calendar !== 'missing') return address;
  throw new Refusal(404, 'Calendar not found for this address');
}

function locateBreak(call: Call, address: Address): Break {
  const found = requireCalendar(address).breaks.find((entry) => entry.id === call.param('break'));
  if (found === undefined) throw new Refusal(404, 'Invalid break ID');
  return found;
}

/** Breaks that overlap [since, till), by start. */
function list(call: Call): Reply {
  const address = requireCalendar(locateAddress(call));
  const [since, till] = ['since', 'till'].map((name) =>
    parseTimestamp(call.query.get(name) ?? '', call.behaviour.timestamps),
  );
  if (typeof since !== 'number' || typeof till !== 'number' || till < since) {
    throw new Refusal(404, 'Invalid date given.');
  }
  const found = address.breaks
    .filter((pause) => pause.since < till && since < pause.till)
    .toSorted((a, b) => a.since - b.since || Number(a.id) - Number(b.id));
  return ok(call.world, items(found.map((pause) => breakView(pause, address.zone))));
}

function add(call: Call): Reply {
  const address = withActiveCalendar(locateWritable(call));
  const body = readBody(call, BreakRequest);
  const range = readRange(call, body);
  if (range.till <= range.since) throw new Refusal(422, 'Invalid date range');
  const wanted = { ...range, description: body.description ?? null };
  if (hasBreak(address, wanted)) {
    throw new Refusal(409, 'Break for given address, date range and description exists');
  }
  const { world, pause } = addBreak(call.world, address, call.now, { ...wanted, follows: null });
  const coupled = body.apply_on_coupled_addresses ? coupledAddresses(world, address) : [];
  const all = coupled
    .filter((other) => other.access === 'full' && other.commercialType !== 'basic')
    .filter((other) => !hasBreak(other, wanted))
    .reduce((next, other) => {
      const follower = { ...wanted, follows: pause.id };
      return addBreak(next, withActiveCalendar(other), call.now, follower).world;
    }, world);
  return created(
    all,
    `${addressUrl(call, address)}/breaks/${pause.id}`,
    breakView(pause, address.zone),
  );
}

function move(call: Call): Reply {
  const address = locateWritable(call);
  const pause = locateBreak(call, address);
  const { since, till } = readRange(call, readBody(call, BreakRequest));
  if (since === pause.since && till === pause.till) throw new Refusal(422, 'Same Date Range');
  if (till <= since) {
    const [tillText, sinceText] = [till, since].map((at) => formatTimestamp(at, address.zone));
    throw new Refusal(422, `Till (${tillText}) cannot be set before since (${sinceText})`);
  }
  return noContent(moveBreak(call.world, call.now, pause.id, { since, till }));
}

/** Calendar breaks (Docplanner API, section 10). */
export const breakRoutes: readonly Route[] = [
  { method: 'GET', path: `${ADDRESS_PATH}/breaks`, operation: list },
  { method: 'POST', path: `${ADDRESS_PATH}/breaks`, operation: add },
  {
    method: 'GET',
    path: BREAK_PATH,
    operation: (call) => {
      const address = locateAddress(call);
      return ok(call.world, breakView(locateBreak(call, address), address.zone));
    },
  },
  { method: 'PATCH', path: BREAK_PATH, operation: move },
  {
    method: 'DELETE',
    path: BREAK_PATH,
    operation: (call) => {
      const pause = locateBreak(call, locateWritable(call));
      return noContent(removeBreak(call.world, call.now, pause.id));
    },
  },
];
