import { createHash } from 'node:crypto';
import type { Behaviour } from '../options/behaviour.js';
import { locateWritable, withActiveCalendar } from '../server/locate.js';
import { ADDRESS_PATH, type Call, type Reply, type Route } from '../server/operation.js';
import { Refusal } from '../server/refusal.js';
import type { WorkPeriod } from '../slots/work-period.js';
import { type SlotEdit, withAddress } from '../state/world.js';
import { endOfDay, localDate, startOfDay } from '../time/zone.js';
import { checkPeriods } from './check-periods.js';
import { readSentPeriods } from './sent-periods.js';

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

function replaceSlots(call: Call): Reply {
  const address = withActiveCalendar(locateWritable(call));
  const digest = createHash('sha256').update(call.rawBody).digest('hex');
  const same = address.acceptedPuts.find((put) => put.digest === digest);
  if (same !== undefined) {
    if (same.doneAt > call.now) throw new Refusal(429, 'The same request is still being processed');
    return { world: call.world, status: 201 };
  }
  const periods = readSentPeriods(call, address.zone);
  checkPeriods(address, periods, call.behaviour);
  const doneAt = call.now + call.behaviour.processingDelayMs;
  const steps = stepsOf(periods, address.zone, call.behaviour.replaceReach);
  const world = withAddress(call.world, {
    ...address,
    edits: [...address.edits, { doneAt, steps }],
    acceptedPuts: [...address.acceptedPuts, { digest, doneAt }],
  });
  return { world, status: 201 };
}

/** replaceSlots (Docplanner API, section 9.2): all or nothing; "the same payload" is the same bytes. */
export const replaceSlotsRoute: Route = {
  method: 'PUT',
  path: `${ADDRESS_PATH}/slots`,
  operation: replaceSlots,
};
