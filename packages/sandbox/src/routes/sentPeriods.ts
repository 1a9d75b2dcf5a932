import * as z from 'zod';
import { invalid } from '../answers/refusal.js';
import type { RequestContext } from '../operation/operation.js';
import { idSchema, readBody } from '../operation/requestBody.js';
import type { WorkPeriod } from '../slots/workPeriod.js';
import { parseTimestamp } from '../time/timestamp.js';
import { DAY, formatForPeople, MINUTE } from '../time/zone.js';

/** replaceSlots refuses periods that end later than this after now (Docplanner API, section 9.2). */
const MAX_AHEAD_MS = 12 * 7 * DAY;

const SentPeriod = z.object({
  start: z.string(),
  end: z.string(),
  address_services: z
    .array(z.object({ address_service_id: idSchema, duration: z.int().min(1).max(1440) }))
    .nullish(),
  insurance_accepted: z
    .enum(['with-and-without-insurance', 'without-insurance-only', 'with-insurance-only'])
    .nullish(),
  insurance_providers: z.array(idSchema).nullish(),
  insurance_plans: z.array(idSchema).nullish(),
});
const ReplaceSlots = z.object({ slots: z.array(SentPeriod) });

/** Reads the periods of a replaceSlots body (one without services clears its range); every field that is wrong by itself is named in one 400. */
export function readSentPeriods(context: RequestContext, zone: string): readonly WorkPeriod[] {
  const { slots } = readBody(context, ReplaceSlots);
  const errors: Record<string, readonly string[]> = {};
  const periods = slots.map((slot, index): WorkPeriod => {
    const [start, end] = (['start', 'end'] as const).map((field) => {
      const at = parseTimestamp(slot[field], context.behaviour.timestamps);
      if (at === null) errors[`slots[${index}].${field}`] = ['This value is not a valid datetime.'];
      return at ?? Number.NaN;
    });
    const period = toPeriod(slot, start ?? Number.NaN, end ?? Number.NaN);
    if (period.end - period.start < MINUTE) {
      errors[`slots[${index}].minimumDifferenceBetweenDates`] = [
        'The end date must be at least 1 minute after the start date',
      ];
    }
    if (period.end > context.now + MAX_AHEAD_MS) {
      const latest = formatForPeople(context.now + MAX_AHEAD_MS, zone);
      errors[`slots[${index}].end`] = [`End date should be less than or equal to ${latest}.`];
    }
    return period;
  });
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return periods;
}

function toPeriod(slot: z.infer<typeof SentPeriod>, start: number, end: number): WorkPeriod {
  return {
    start,
    end,
    anchor: start,
    services: (slot.address_services ?? []).map((service) => ({
      addressServiceId: service.address_service_id,
      duration: service.duration,
    })),
    insuranceAccepted: slot.insurance_accepted ?? 'with-and-without-insurance',
    insuranceProviders: slot.insurance_providers ?? [],
  };
}
