import type { ComputedCalendar } from '../../src/index.js';
import { afterStep } from '../../src/plan/afterStep.js';
import { type KnownCalendar, NOTHING_KNOWN } from '../../src/plan/known.js';
import type { Step } from '../../src/plan/step.js';
import { syncPlan } from '../../src/plan/syncPlan.js';
import type { BreakInput, CalendarInput, HorizonInput } from '../../src/testing/index.js';
import { computed } from './edit.js';

const WEEK: HorizonInput = {
  now: '2026-10-01T08:00:00Z',
  from: '2026-10-05',
  through: '2026-10-11',
};

/** Monday to Friday from nine to one, half hours; from Monday 5 October 2026 on. */
export function clinic(
  changes: Partial<CalendarInput> = {},
  horizon: Partial<HorizonInput> = {},
): ComputedCalendar {
  const document = {
    version: 1,
    timezone: 'Europe/Madrid',
    calendars: [
      {
        id: 'calendar',
        facilityId: '11',
        doctorId: '22',
        addressId: '33',
        services: [
          { addressServiceId: '101', duration: 30 },
          { addressServiceId: '102', duration: 60 },
        ],
        schedules: [
          {
            id: 'mornings',
            start: '2026-10-05T09:00',
            end: '2026-10-05T13:00',
            rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
          },
        ],
        ...changes,
      },
    ],
  } as const;
  const result = computed(document, { ...WEEK, ...horizon });
  if (result === undefined) throw new Error('the document of a test is not valid');
  return result;
}

/** A break on Monday, `09:00` to `10:00`, or on the date that `start` begins with. */
export function pause(id: string, start: string, end: string, description = 'Lunch'): BreakInput {
  const at = (text: string): string => (text.length > 5 ? text : `2026-10-05T${text}`);
  return { id, start: at(start), end: at(end), description, publish: 'break' };
}

/** What is known after all steps of a plan; breaks are `id-1`, `id-2` in the order of their making. */
export function after(
  published: KnownCalendar,
  steps: readonly Step[],
  timezone = 'Europe/Madrid',
): KnownCalendar {
  return steps.reduce((known, step) => {
    const numbers = known.breaks.map(({ id }) => Number(id.slice(3)));
    const next = `id-${Math.max(0, ...numbers) + 1}`;
    return afterStep(known, step, step.type === 'create-break' ? next : undefined, timezone);
  }, published);
}

/** What is known after a first sync. */
export function published(result: ComputedCalendar): KnownCalendar {
  return after(
    NOTHING_KNOWN,
    syncPlan(result, NOTHING_KNOWN, undefined, { type: 'one-request' }).steps,
    result.calendar.timezone,
  );
}

/** A plan in a few words. */
export function told(steps: readonly Step[]): readonly string[] {
  const clock = ({ since, till }: { readonly since: string; readonly till: string }): string =>
    `${since.slice(5, 16)}-${till.slice(5, 16)}`;
  return steps.map((step) => {
    switch (step.type) {
      case 'create-break':
        return `create ${step.source} ${clock(step.body)}`;
      case 'move-break':
        return `move ${step.known.source} ${clock(step.known)} to ${clock(step.body)}`;
      case 'delete-break':
        return `delete ${step.known.source} ${clock(step.known)}`;
      case 'replace-slots':
        return `replace ${step.dates.map((date) => date.slice(5)).join(' ')}`;
      default:
        return step satisfies never;
    }
  });
}
