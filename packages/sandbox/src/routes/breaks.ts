import * as z from 'zod';
import { Refusal } from '../answers/refusal.js';
import { withActiveCalendar } from '../changes/activeCalendar.js';
import { addBreak, coupledAddresses, hasBreak, moveBreak, removeBreak } from '../changes/breaks.js';
import { addressUrl, locateAddress, locateWritable } from '../operation/locate.js';
import {
  ADDRESS_PATH,
  created,
  items,
  noContent,
  ok,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import { readBody } from '../operation/requestBody.js';
import type { Address, Break } from '../state/sandboxState.js';
import { parseTimestamp } from '../time/timestamp.js';
import { formatTimestamp } from '../time/zone.js';
import { breakView } from '../views/breakView.js';

const BREAK_PATH = `${ADDRESS_PATH}/breaks/:break`;

const BreakRequest = z.object({
  since: z.unknown().optional(),
  till: z.unknown().optional(),
  description: z.string().nullish(),
  apply_on_coupled_addresses: z.boolean().nullish(),
});

/** `since` and `till` of a body: 400 when one is missing, 422 when one is no timestamp. */
function readRange(
  context: RequestContext,
  body: z.infer<typeof BreakRequest>,
): Pick<Break, 'since' | 'till'> {
  const [since, till] = (['since', 'till'] as const).map((name) => {
    const text = body[name] ?? '';
    if (text === '') throw new Refusal(400, `Param "${name}" is required!`);
    return typeof text === 'string' ? parseTimestamp(text, context.behaviour.timestamps) : null;
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

function locateBreak(context: RequestContext, address: Address): Break {
  const found = requireCalendar(address).breaks.find(
    (entry) => entry.id === context.param('break'),
  );
  if (found === undefined) throw new Refusal(404, 'Invalid break ID');
  return found;
}

/** Breaks that overlap [since, till), by start. */
function list(context: RequestContext): Reply {
  const address = requireCalendar(locateAddress(context));
  const [since, till] = ['since', 'till'].map((name) =>
    parseTimestamp(context.query.get(name) ?? '', context.behaviour.timestamps),
  );
  if (typeof since !== 'number' || typeof till !== 'number' || till < since) {
    throw new Refusal(404, 'Invalid date given.');
  }
  const found = address.breaks
    .filter((calendarBreak) => calendarBreak.since < till && since < calendarBreak.till)
    .toSorted((a, b) => a.since - b.since || Number(a.id) - Number(b.id));
  return ok(
    context.state,
    items(found.map((calendarBreak) => breakView(calendarBreak, address.zone))),
  );
}

function add(context: RequestContext): Reply {
  const address = withActiveCalendar(locateWritable(context));
  const body = readBody(context, BreakRequest);
  const range = readRange(context, body);
  if (range.till <= range.since) throw new Refusal(422, 'Invalid date range');
  const wanted = { ...range, description: body.description ?? null };
  if (hasBreak(address, wanted)) {
    throw new Refusal(409, 'Break for given address, date range and description exists');
  }
  const { state, calendarBreak } = addBreak(context.state, address, context.now, {
    ...wanted,
    follows: null,
  });
  const coupled = body.apply_on_coupled_addresses ? coupledAddresses(state, address) : [];
  const all = coupled
    .filter((other) => other.access === 'full' && other.commercialType !== 'basic')
    .filter((other) => !hasBreak(other, wanted))
    .reduce((next, other) => {
      const follower = { ...wanted, follows: calendarBreak.id };
      return addBreak(next, withActiveCalendar(other), context.now, follower).state;
    }, state);
  return created(
    all,
    `${addressUrl(context, address)}/breaks/${calendarBreak.id}`,
    breakView(calendarBreak, address.zone),
  );
}

function move(context: RequestContext): Reply {
  const address = locateWritable(context);
  const calendarBreak = locateBreak(context, address);
  const { since, till } = readRange(context, readBody(context, BreakRequest));
  if (since === calendarBreak.since && till === calendarBreak.till)
    throw new Refusal(422, 'Same Date Range');
  if (till <= since) {
    const [tillText, sinceText] = [till, since].map((at) => formatTimestamp(at, address.zone));
    throw new Refusal(422, `Till (${tillText}) cannot be set before since (${sinceText})`);
  }
  return noContent(moveBreak(context.state, context.now, calendarBreak.id, { since, till }));
}

/** Calendar breaks (Docplanner API, section 10). */
export const breakRoutes: readonly Route[] = [
  { method: 'GET', path: `${ADDRESS_PATH}/breaks`, operation: list },
  { method: 'POST', path: `${ADDRESS_PATH}/breaks`, operation: add },
  {
    method: 'GET',
    path: BREAK_PATH,
    operation: (context) => {
      const address = locateAddress(context);
      return ok(context.state, breakView(locateBreak(context, address), address.zone));
    },
  },
  { method: 'PATCH', path: BREAK_PATH, operation: move },
  {
    method: 'DELETE',
    path: BREAK_PATH,
    operation: (context) => {
      const calendarBreak = locateBreak(context, locateWritable(context));
      return noContent(removeBreak(context.state, context.now, calendarBreak.id));
    },
  },
];
