import { createHash } from 'node:crypto';
import { Refusal } from '../answers/refusal.js';
import { withActiveCalendar } from '../changes/activeCalendar.js';
import { locateWritable } from '../operation/locate.js';
import {
  ADDRESS_PATH,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import type { Behaviour } from '../options/behaviour.js';
import type { WorkPeriod } from '../slots/workPeriod.js';
import { type SlotEdit, withAddress } from '../state/sandboxState.js';
import { endOfDay, localDate, startOfDay } from '../time/zone.js';
import { checkPeriods } from './checkPeriods.js';
import { readSentPeriods } from './sentPeriods.js';

/** The range of a whole local date, for edits that clear it. */
export function clearDay(date: string, zone: string): SlotEdit['steps'][number] {
  return { range: { start: startOfDay(date, zone), end: endOfDay(date, zone) }, period: null };
}

/** What a PUT does: first (by option) whole days are cleared, then each period is cleared and written in turn. */
function stepsOf(
  periods: readonly WorkPeriod[],
  zone: string,
  reach: Behaviour['replaceReach'],
): SlotEdit['steps'] {
  const dates = new Set(periods.map((period) => localDate(period.start, zone)));
  return [
    ...(reach === 'whole-day' ? [...dates].map((date) => clearDay(date, zone)) : []),
    ...periods.map((period) => ({
      range: { start: period.start, end: period.end },
      period: period.services.length > 0 ? period : null,
    })),
  ];
}

function replaceSlots(context: RequestContext): Reply {
  const address = withActiveCalendar(locateWritable(context));
  const digest = createHash('sha256').update(context.rawBody).digest('hex');
  const same = address.acceptedPuts.find((put) => put.digest === digest);
  if (same !== undefined) {
    if (same.doneAt > context.now)
      throw new Refusal(429, 'The same request is still being processed');
    return { state: context.state, status: 201 };
  }
  const periods = readSentPeriods(context, address.zone);
  checkPeriods(address, periods, context.behaviour);
  const doneAt = context.now + context.behaviour.processingDelayMs;
  const steps = stepsOf(periods, address.zone, context.behaviour.replaceReach);
  const state = withAddress(context.state, {
    ...address,
    edits: [...address.edits, { doneAt, steps }],
    acceptedPuts: [...address.acceptedPuts, { digest, doneAt }],
  });
  return { state, status: 201 };
}

/** replaceSlots (Docplanner API, section 9.2): all or nothing; "the same payload" is the same bytes. */
export const replaceSlotsRoute: Route = {
  method: 'PUT',
  path: `${ADDRESS_PATH}/slots`,
  operation: replaceSlots,
};
